using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>Reads what a contract needs out of an OperationDefinition.</summary>
internal static class DefinitionReader
{
    private const string Extensions = "https://genomed-fhir.org/StructureDefinition/";
    private const string ScopeExtension = Extensions + "operation-scope";
    private const string ByNameExtension = Extensions + "operation-by-name";
    private const string AliasExtension = Extensions + "operation-alias";
    private const string MediaTypeExtension = Extensions + "operation-media-type";

    public static OperationContract Contract(Resource definition)
    {
        var root = definition.Element;
        var code = root.Text("code") ?? throw new InvalidOperationException($"OperationDefinition '{definition.Id}' has no code.");
        return new OperationContract(code, definition, Flag(root, "affectsState"), Values(root, ScopeExtension).FirstOrDefault() ?? $"system/Operation.{code}")
        {
            ByNameOnly = root.Items("extension").Any(extension => extension.Text("url") == ByNameExtension && Flag(extension, "valueBoolean")),
            System = Flag(root, "system"),
            Type = Flag(root, "type"),
            Instance = Flag(root, "instance"),
            Resources = [.. root.Items("resource").Select(type => type.GetString()!)],
            Aliases = [.. Values(root, AliasExtension)],
            MediaTypes = [.. Values(root, MediaTypeExtension)],
            Inputs = Parameters(definition, "in"),
            Outputs = Parameters(definition, "out"),
        };
    }

    /// <param name="definition">The OperationDefinition.</param>
    /// <param name="use"><c>in</c> or <c>out</c>.</param>
    public static IReadOnlyList<ContractParameter> Parameters(Resource definition, string use)
        => [.. definition.Element.Items("parameter").Where(parameter => parameter.Text("use") == use).Select(Parameter)];

    private static ContractParameter Parameter(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!,
        parameter.GetProperty("min").GetInt32(),
        Max(parameter.GetProperty("max").GetString()!),
        parameter.Text("type"),
        [.. parameter.Items("part").Select(Parameter)]);

    private static int Max(string text) => text == "*" ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);

    private static bool Flag(JsonElement root, string name) => root.Child(name) is { ValueKind: JsonValueKind.True };

    private static IEnumerable<string> Values(JsonElement root, string url)
        => root.Items("extension")
            .Where(extension => extension.Text("url") == url)
            .Select(extension => extension.Text("valueString") ?? extension.Text("valueCode"))
            .OfType<string>();
}
