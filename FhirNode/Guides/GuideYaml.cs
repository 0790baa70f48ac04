using GenoMed.Fhir.R5.Outcomes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace GenoMed.Fhir.Guides;

/// <summary>Reads a guide's YAML files: camelCase keys; a missing or unknown key is an error with line and column.</summary>
internal static class GuideYaml
{
    /// <exception cref="YamlDotNet.Core.YamlException">With the line and column of the fault.</exception>
    public static T Parse<T>(string yaml)
        => new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithEnforceRequiredMembers()
            .Build()
            .Deserialize<T>(yaml);

    /// <summary>Reads a file of a guide.</summary>
    /// <exception cref="OperationProblem">It is not valid; the message names the file, line and column.</exception>
    public static T Load<T>(string file, Func<string, T> parse)
    {
        try
        {
            return parse(File.ReadAllText(file));
        }
        catch (YamlException e)
        {
            throw OperationProblem.Invalid($"{file}, line {e.Start.Line}, column {e.Start.Column}: {e.InnerException?.Message ?? e.Message}");
        }
    }
}
