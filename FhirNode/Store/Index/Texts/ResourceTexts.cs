using System.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Texts;

/// <summary>
/// The texts of a resource for <c>_text</c> (its narrative) and <c>_content</c> (all its strings and numbers). What the server
/// itself sets (id, meta) is left out, and so is data in base64.
/// </summary>
internal static class ResourceTexts
{
    /// <summary>Bytes of UTF-8 that are indexed of one text; a tsvector of PostgreSQL holds a megabyte, positions included.</summary>
    private const int Longest = 256 * 1024;

    public static IEnumerable<IndexRow> Of(Resource resource)
    {
        var content = new StringBuilder();
        foreach (var property in resource.Element.EnumerateObject())
        {
            if (property.Name is not ("resourceType" or "id" or "meta"))
            {
                Add(property, content);
            }
        }

        var narrative = resource.Element.Child("text")?.Text("div");
        return Rows(SearchKind.Narrative, narrative is null ? "" : NarrativeText.Of(narrative), resource.ResourceType)
            .Concat(Rows(SearchKind.Content, content.ToString(), resource.ResourceType));
    }

    private static IEnumerable<IndexRow> Rows(SearchKind kind, string text, string resourceType)
    {
        var words = Limited(Words.Of(text));
        return words.Length == 0 ? [] : [new IndexRow(kind, $"{resourceType}.{TextFilter.Code(kind)}", words)];
    }

    private static string Limited(IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        var bytes = 0;
        foreach (var word in words)
        {
            bytes += Encoding.UTF8.GetByteCount(word) + 1;
            if (bytes > Longest)
            {
                break;
            }

            text.Append(text.Length == 0 ? "" : " ").Append(word);
        }

        return text.ToString();
    }

    private static void Add(JsonProperty property, StringBuilder text)
    {
        if (property.Name == "div" && property.Value.ValueKind == JsonValueKind.String)
        {
            text.Append(NarrativeText.Of(property.Value.GetString()!)).Append('\n');
        }
        else if (property.Name != "data")
        {
            Add(property.Value, text);
        }
    }

    private static void Add(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Add(property, text);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(item, text);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number:
                text.Append(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()).Append('\n');
                break;
            default:
                break;
        }
    }
}
