using System.Buffers.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Where a page ended: the sort keys and the rid of its last match, so that the next page starts there whatever was written meanwhile.</summary>
internal sealed record SearchCursor(IReadOnlyList<object?> Keys, long Rid)
{
    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new[] { Rid }.Cast<object?>().Concat(Keys)));

    /// <exception cref="OperationProblem">The text is not a cursor of a query with this number of keys.</exception>
    public static SearchCursor Read(string text, int keyCount)
    {
        try
        {
            var values = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(text)) ?? [];
            return values.Length == keyCount + 1
                ? new SearchCursor([.. values[1..].Select(ValueOf)], values[0].GetInt64())
                : throw Foreign();
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            throw Foreign();
        }
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        _ => throw Foreign(),
    };

    private static OperationProblem Foreign() => OperationProblem.Invalid("The page's cursor is not one that this server gave out for this search.", "_cursor");
}
