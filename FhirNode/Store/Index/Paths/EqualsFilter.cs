using System.Text.Json;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>A property of the element is this string.</summary>
internal sealed record EqualsFilter(string Name, string Literal) : IElementFilter
{
    public bool Accepts(JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(Name, out var value)
            && value.ValueKind == JsonValueKind.String
            && value.ValueEquals(Literal);
}
