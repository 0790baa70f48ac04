using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>Short ways to read optional parts of a JSON object; what is absent or of another kind reads as null or empty.</summary>
public static class JsonInput
{
    /// <summary>The string of this name.</summary>
    public static string? Text(this JsonElement parent, string name)
        => parent.Child(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The property of this name.</summary>
    public static JsonElement? Child(this JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The items of the array of this name.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name)
        => parent.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The resource of this name.</summary>
    public static Resource? Nested(this JsonElement parent, string name)
        => parent.Child(name) is { } value ? Resource.FromElement(value) : null;
}
