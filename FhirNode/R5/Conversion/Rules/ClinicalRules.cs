using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Condition, Procedure, AllergyIntolerance, FamilyMemberHistory.</summary>
internal static class ClinicalRules
{
    private const string Participants = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private const string ClinicalStatus = "http://terminology.hl7.org/CodeSystem/condition-clinical";

    public static readonly IReadOnlyList<ConversionRule> Condition =
    [
        new("Condition", RequireStatus),
        new("Condition", (condition, _) => Participant(condition, "recorder", "enterer")),
        new("Condition", (condition, _) => Participant(condition, "asserter", "author")),
        new("Condition", Evidence),
    ];

    public static readonly IReadOnlyList<ConversionRule> Procedure =
    [
        Change.RenameChoice("Procedure", "performed", "occurrence"),
        Change.Rename("Procedure", "asserter", "reportedReference"),
        Change.Merge("Procedure", "reasonCode", "reasonReference", "reason"),
        Change.Merge("Procedure", "complication", "complicationDetail", "complication"),
        Change.Merge("Procedure", "usedCode", "usedReference", "used"),
        new("Procedure.performer", OnBehalfOf),
    ];

    public static readonly IReadOnlyList<ConversionRule> AllergyIntolerance =
    [
        Change.Each("AllergyIntolerance", "type", code => Change.Coded(new JsonObject { ["system"] = "http://hl7.org/fhir/allergy-intolerance-type", ["code"] = code })),
        new("AllergyIntolerance", (allergy, _) => Participant(allergy, "recorder", "enterer")),
        new("AllergyIntolerance", (allergy, _) => Participant(allergy, "asserter", "author")),
        Change.ConceptToReference("AllergyIntolerance.reaction", "manifestation"),
    ];

    public static readonly IReadOnlyList<ConversionRule> FamilyMemberHistory =
    [
        Change.Merge("FamilyMemberHistory", "reasonCode", "reasonReference", "reason"),
        new("FamilyMemberHistory", AgeOrDeceased),
    ];

    // R5 asks for a status and has a code for not knowing it; one that ended is inactive at least (con-3).
    private static void RequireStatus(JsonObject condition, ConversionReport report)
    {
        if (condition.ContainsKey("clinicalStatus"))
        {
            return;
        }

        var code = condition.Any(property => property.Key.StartsWith("abatement", StringComparison.Ordinal)) ? "inactive" : "unknown";
        condition["clinicalStatus"] = Change.CodeOf(ClinicalStatus, code);
        report.Note("Condition.clinicalStatus", $"R5 requires a clinicalStatus; there was none, so it is '{code}'.");
    }

    private static void Participant(JsonObject owner, string name, string function)
    {
        if (Nodes.Take(owner, name) is { } actor)
        {
            Nodes.Append(owner, "participant", new JsonObject { ["function"] = Change.CodeOf(Participants, function), ["actor"] = actor });
        }
    }

    // R5 lets an age stand only where nothing is said of a death (fhs-3).
    private static void AgeOrDeceased(JsonObject history, ConversionReport report)
    {
        if (history.Any(property => property.Key.StartsWith("deceased", StringComparison.Ordinal)))
        {
            foreach (var type in (string[])["Age", "Range", "string"])
            {
                CrossVersion.Keep(history, "FamilyMemberHistory.age", type, report, "age" + char.ToUpperInvariant(type[0]) + type[1..]);
            }
        }
    }

    // R5 lets only others than practitioners act on behalf of somebody (prc-1).
    private static void OnBehalfOf(JsonObject performer, ConversionReport report)
    {
        if (Nodes.Text(performer["actor"]?["reference"])?.Contains("Practitioner", StringComparison.Ordinal) == true)
        {
            CrossVersion.Keep(performer, "Procedure.performer.onBehalfOf", "Reference", report);
        }
    }

    private static void Evidence(JsonObject condition, ConversionReport report)
    {
        foreach (var evidence in Nodes.TakeItems(condition, "evidence").OfType<JsonObject>())
        {
            var items = Nodes.TakeItems(evidence, "code").Select(Change.Concept).Concat(Nodes.TakeItems(evidence, "detail").Select(Change.Reference)).ToList();
            items.ForEach(item => Nodes.Append(condition, "evidence", item));
            CrossVersion.Rest(evidence, "Condition.evidence", report);
        }
    }
}
