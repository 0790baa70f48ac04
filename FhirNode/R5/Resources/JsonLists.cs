using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

internal static class JsonLists
{
    /// <summary>Writes an array; nothing for no items, as FHIR has no empty arrays.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes <c>{"code": ...}</c>.</summary>
    public static void WriteCodeObject(this Utf8JsonWriter json, string code)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, code);
        json.WriteEndObject();
    }
}
