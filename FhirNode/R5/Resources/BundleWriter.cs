using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>
/// Writes a Bundle entry by entry, so that a page of results is never held as one text. The caller owns the writer
/// (made with <see cref="JsonOutput.Options"/>) and flushes it as it likes. FHIR has no empty arrays: <c>entry</c>
/// begins with the first entry.
/// </summary>
/// <param name="json">Where to write.</param>
public sealed class BundleWriter(Utf8JsonWriter json)
{
    private bool _hasEntries;

    /// <summary>Opens the Bundle.</summary>
    public void Begin(string type, int? total = null, IReadOnlyList<BundleLink>? links = null, string? id = null, DateTimeOffset? timestamp = null)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle"u8);
        json.WriteOptional("id"u8, id);
        json.WriteString("type"u8, type);
        json.WriteOptional("timestamp"u8, timestamp is { } time ? FhirInstant.Format(time) : null);
        if (total is { } count)
        {
            json.WriteNumber("total"u8, count);
        }

        json.WriteList("link"u8, links ?? [], WriteLink);
    }

    public void Write(BundleEntry entry)
    {
        if (!_hasEntries)
        {
            json.WriteStartArray("entry"u8);
            _hasEntries = true;
        }

        entry.WriteTo(json);
    }

    /// <summary>Closes the Bundle.</summary>
    /// <param name="issues">For <c>Bundle.issues</c>.</param>
    public void End(IReadOnlyList<OutcomeIssue>? issues = null)
    {
        if (_hasEntries)
        {
            json.WriteEndArray();
        }

        if (issues is { Count: > 0 })
        {
            json.WriteResource("issues"u8, new OperationOutcome(issues).ToResource());
        }

        json.WriteEndObject();
    }

    private void WriteLink(BundleLink link)
    {
        json.WriteStartObject();
        json.WriteString("relation"u8, link.Relation);
        json.WriteString("url"u8, link.Url);
        json.WriteEndObject();
    }
}
