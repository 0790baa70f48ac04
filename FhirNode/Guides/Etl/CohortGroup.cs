using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cohort as a Group of enumerated persons.</summary>
public static class CohortGroup
{
    /// <summary>Builds the Group.</summary>
    /// <param name="id">Its logical id.</param>
    /// <param name="patientIds">The members' Patient ids; written in ordinal order, so that the same cohort is the same Group.</param>
    /// <param name="name">What a person calls it; default none.</param>
    /// <param name="security">Its <c>meta.security</c>, such as that patients are invented; default none.</param>
    /// <param name="tags">Its <c>meta.tag</c>; default none.</param>
    public static Resource Build(string id, IEnumerable<string> patientIds, string? name = null, IReadOnlyList<Coding>? security = null, IReadOnlyList<Coding>? tags = null) => JsonOutput.Write("Group", json =>
    {
        json.WriteString("id"u8, id);
        json.WriteStartObject("meta"u8);
        json.WriteStartArray("profile"u8);
        json.WriteStringValue(ProfileNames.Common + ProfileNames.Cohort);
        json.WriteEndArray();
        Labels(json, "security", security ?? []);
        Labels(json, "tag", tags ?? []);
        json.WriteEndObject();
        json.WriteBoolean("active"u8, true);
        json.WriteString("type"u8, "person"u8);
        json.WriteString("membership"u8, "enumerated"u8);
        if (name is not null)
        {
            json.WriteString("name"u8, name);
        }

        var members = patientIds.Order(StringComparer.Ordinal).ToArray();
        json.WriteNumber("quantity"u8, members.Length);
        json.WriteStartArray("member"u8);
        foreach (var member in members)
        {
            json.WriteStartObject();
            json.Reference("entity"u8, "Patient/" + member);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Labels(Utf8JsonWriter json, string property, IReadOnlyList<Coding> labels)
    {
        if (labels.Count > 0)
        {
            json.Codings(Encoding.UTF8.GetBytes(property), labels);
        }
    }
}
