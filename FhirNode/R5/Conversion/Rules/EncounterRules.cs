using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Encounter: many elements moved, and the histories became a resource of their own.</summary>
internal static class EncounterRules
{
    private const string SubjectStatus = "http://terminology.hl7.org/CodeSystem/encounter-subject-status";

    public static readonly IReadOnlyList<ConversionRule> All =
    [
        new("Encounter", (encounter, _) => AddSubjectStatus(encounter)),
        Change.Code("Encounter", "status",
            new Dictionary<string, string> { ["finished"] = "completed", ["onleave"] = "on-hold" },
            new Dictionary<string, string> { ["arrived"] = "in-progress", ["triaged"] = "in-progress" }),
        Change.KeepStructure("Encounter", "statusHistory", new Dictionary<string, string> { ["status"] = "code", ["period"] = "Period" }),
        Change.CodingToConcept("Encounter", "class"),
        Change.KeepStructure("Encounter", "classHistory", new Dictionary<string, string> { ["class"] = "Coding", ["period"] = "Period" }),
        Change.ConceptToReference("Encounter", "serviceType"),
        Change.Rename("Encounter.participant", "individual", "actor"),
        Change.Rename("Encounter", "period", "actualPeriod"),
        new("Encounter", (encounter, _) => Reason(encounter)),
        Change.ReferenceToConcept("Encounter.diagnosis", "condition"),
        Change.Keep("Encounter.diagnosis", "rank", "positiveInt"),
        new("Encounter", (encounter, _) => Admission(encounter)),
        Change.Rename("Encounter.location", "physicalType", "form"),
    ];

    // Where the patient is in the visit became an element of its own.
    private static void AddSubjectStatus(JsonObject encounter)
    {
        if (Nodes.Text(encounter["status"]) is "arrived" or "triaged" or "onleave")
        {
            var status = Nodes.Text(encounter["status"])!;
            encounter["subjectStatus"] = Change.CodeOf(SubjectStatus, status == "onleave" ? "on-leave" : status);
        }
    }

    private static void Reason(JsonObject encounter)
    {
        var values = Nodes.TakeItems(encounter, "reasonCode").Select(Change.Concept).Concat(Nodes.TakeItems(encounter, "reasonReference").Select(Change.Reference)).ToList();
        values.ForEach(value => Nodes.Append(encounter, "reason", new JsonObject { ["value"] = new JsonArray(value) }));
    }

    private static void Admission(JsonObject encounter)
    {
        if (Nodes.Take(encounter, "hospitalization") is not JsonObject stay)
        {
            return;
        }

        foreach (var name in (string[])["dietPreference", "specialCourtesy", "specialArrangement"])
        {
            if (Nodes.Take(stay, name) is { } moved)
            {
                encounter[name] = moved;
            }
        }

        if (stay.Count > 0)
        {
            encounter["admission"] = stay;
        }
    }
}
