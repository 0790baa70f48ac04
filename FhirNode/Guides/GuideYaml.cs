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
}
