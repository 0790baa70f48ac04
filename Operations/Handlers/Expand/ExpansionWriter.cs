using System.Text.Json;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Operations.Expand;

/// <summary>Writes a ValueSet with its expansion.</summary>
internal static class ExpansionWriter
{
    public static Resource Write(ValueSetContent set, List<ExpandedConcept> page, int total, ExpandRequest request, DateTimeOffset now) => JsonOutput.Write("ValueSet", json =>
    {
        json.WriteOptional("url"u8, set.Url);
        json.WriteOptional("version"u8, set.Version);
        json.WriteOptional("title"u8, set.Name);
        json.WriteString("status"u8, "active"u8);
        json.WriteStartObject("expansion"u8);
        json.WriteString("timestamp"u8, FhirInstant.Format(now));
        json.WriteNumber("total"u8, total);
        json.WriteNumber("offset"u8, request.Offset);
        if (page.Count > 0)
        {
            json.WriteStartArray("contains"u8);
            page.ForEach(concept => Concept(json, concept, request));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static void Concept(Utf8JsonWriter json, ExpandedConcept concept, ExpandRequest request)
    {
        json.WriteStartObject();
        json.WriteString("system"u8, concept.System);
        if (concept.Concept is { IsAbstract: true })
        {
            json.WriteBoolean("abstract"u8, true);
        }

        if (concept.Concept is { IsInactive: true })
        {
            json.WriteBoolean("inactive"u8, true);
        }

        json.WriteOptional("version"u8, concept.Concept?.System.Version);
        json.WriteString("code"u8, concept.Code);
        json.WriteOptional("display"u8, request.Display(concept));
        var designations = concept.Designations.Concat(concept.Concept?.Designations ?? []).ToList();
        if (request.IncludeDesignations && designations.Count > 0)
        {
            json.WriteStartArray("designation"u8);
            designations.ForEach(designation => designation.WriteTo(json));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
