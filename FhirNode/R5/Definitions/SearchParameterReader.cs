using System.Text.Json;

namespace GenoMed.Fhir.R5.Definitions;

/// <summary>Makes search parameters out of entries of the table.</summary>
internal static class SearchParameterReader
{
    private const string Canonical = "http://hl7.org/fhir/SearchParameter/";

    /// <summary>n: code, u: last part of the url, t: type, e: expression, r: targets, c: components, o and a: not multiple.</summary>
    public static SearchParameterDefinition Read(string baseType, JsonElement entry) => new(
        baseType,
        TypeReader.Text(entry, "n")!,
        Canonical + TypeReader.Text(entry, "u"),
        TypeReader.Text(entry, "t")!,
        TypeReader.Text(entry, "e") ?? MissingExpressions.Of(baseType, TypeReader.Text(entry, "n")!),
        [.. TypeReader.Strings(entry, "r")],
        entry.TryGetProperty("c", out var components) ? [.. components.EnumerateArray().Select(ReadComponent)] : [],
        !entry.TryGetProperty("o", out _),
        !entry.TryGetProperty("a", out _));

    private static SearchParameterComponent ReadComponent(JsonElement entry)
        => new(TypeReader.Text(entry, "n")!, TypeReader.Text(entry, "t")!, TypeReader.Text(entry, "e")!);
}
