using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>Reads what a contract needs out of an OperationDefinition.</summary>
internal static class DefinitionReader
{
    private const string ScopeExtension = "https://genomed-fhir.org/StructureDefinition/operation-scope";

    public static OperationContract Contract(Resource definition)
    {
        var root = definition.Element;
        var code = root.GetProperty("code").GetString()!;
        var affects = root.TryGetProperty("affectsState", out var flag) && flag.GetBoolean();
        return new OperationContract(code, definition, affects, Scope(root) ?? $"system/Operation.{code}");
    }

    /// <param name="definition">The OperationDefinition.</param>
    /// <param name="use"><c>in</c> or <c>out</c>.</param>
    public static IReadOnlyList<ContractParameter> Parameters(Resource definition, string use)
        => [.. definition.Element.GetProperty("parameter").EnumerateArray()
            .Where(parameter => parameter.GetProperty("use").GetString() == use)
            .Select(Parameter)];

    private static ContractParameter Parameter(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!,
        parameter.GetProperty("min").GetInt32(),
        Max(parameter.GetProperty("max").GetString()!),
        parameter.TryGetProperty("type", out var type) ? type.GetString() : null,
        parameter.TryGetProperty("part", out var parts) ? [.. parts.EnumerateArray().Select(Parameter)] : []);

    private static int Max(string text) => text == "*" ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);

    private static string? Scope(JsonElement root)
        => root.TryGetProperty("extension", out var extensions)
            ? extensions.EnumerateArray()
                .Where(extension => extension.GetProperty("url").GetString() == ScopeExtension)
                .Select(extension => extension.GetProperty("valueString").GetString())
                .FirstOrDefault()
            : null;
}
