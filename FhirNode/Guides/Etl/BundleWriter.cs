using System.Text.Json;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Gathers the entries of several patients into one transaction Bundle. What two patients share (a panel's list) goes in once.</summary>
public sealed class BundleWriter
{
    private readonly List<BundleEntry> _entries = [];
    private readonly HashSet<string> _urls = [];

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    public void Add(IEnumerable<BundleEntry> entries) => _entries.AddRange(entries.Where(entry => _urls.Add(entry.Url)));

    /// <summary>The Bundle of what was added.</summary>
    public Resource ToTransaction() => ResourceJson.Write("Bundle", json =>
    {
        json.WriteString("type"u8, "transaction"u8);
        json.WriteStartArray("entry"u8);
        foreach (var entry in _entries)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, BundleEntry entry)
    {
        json.WriteStartObject();
        if (entry.Resource is { } resource)
        {
            json.WritePropertyName("resource"u8);
            json.WriteRawValue(resource.Json.Span, skipInputValidation: true);
        }

        json.WriteStartObject("request"u8);
        json.WriteString("method"u8, entry.Resource is null ? "DELETE"u8 : "PUT"u8);
        json.WriteString("url"u8, entry.Url);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
