using System.Text.Json;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary><c>pattern[x]</c>: the value holds at least what the pattern holds (R5 elementdefinition.html#pattern).</summary>
internal static class JsonPattern
{
    public static bool Matches(JsonElement value, JsonElement pattern) => pattern.ValueKind switch
    {
        JsonValueKind.Object => value.ValueKind == JsonValueKind.Object && pattern.EnumerateObject().All(wanted => value.TryGetProperty(wanted.Name, out var found) && Matches(found, wanted.Value)),
        JsonValueKind.Array => value.ValueKind == JsonValueKind.Array && pattern.EnumerateArray().All(wanted => value.EnumerateArray().Any(found => Matches(found, wanted))),
        _ => value.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(value, pattern),
    };
}
