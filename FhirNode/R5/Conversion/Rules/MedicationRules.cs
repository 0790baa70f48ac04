using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Medication and its request, statement and administration.</summary>
internal static class MedicationRules
{
    private const string Adherence = "http://hl7.org/fhir/CodeSystem/medication-statement-adherence";

    public static readonly IReadOnlyList<ConversionRule> Request =
    [
        Change.MergeChoice("MedicationRequest", "medication", "medication"),
        Change.Rename("MedicationRequest", "reportedBoolean", "reported"),
        Change.Rename("MedicationRequest", "reportedReference", "informationSource"),
        Change.Merge("MedicationRequest", "reasonCode", "reasonReference", "reason"),
        Change.Keep("MedicationRequest", "instantiatesCanonical", "canonical"),
        Change.Keep("MedicationRequest", "instantiatesUri", "uri"),
        Change.Keep("MedicationRequest", "detectedIssue", "Reference"),
        Change.Rename("MedicationRequest.dispenseRequest", "performer", "dispenser"),
    ];

    public static readonly IReadOnlyList<ConversionRule> Statement =
    [
        new("MedicationStatement", (statement, _) => AddAdherence(statement)),
        Change.Code("MedicationStatement", "status",
            new Dictionary<string, string> { ["active"] = "recorded", ["completed"] = "recorded", ["on-hold"] = "draft" },
            new Dictionary<string, string> { ["intended"] = "draft", ["stopped"] = "recorded", ["not-taken"] = "recorded", ["unknown"] = "recorded" }),
        Change.MergeChoice("MedicationStatement", "medication", "medication"),
        new("MedicationStatement", Encounter),
        Change.Merge("MedicationStatement", "reasonCode", "reasonReference", "reason"),
        Change.Keep("MedicationStatement", "basedOn", "Reference"),
        Change.KeepReferences("MedicationStatement", "partOf", "MedicationAdministration", "MedicationDispense", "Observation"),
        Change.Keep("MedicationStatement", "statusReason", "CodeableConcept"),
    ];

    public static readonly IReadOnlyList<ConversionRule> Administration =
    [
        Change.MergeChoice("MedicationAdministration", "medication", "medication"),
        Change.RenameChoice("MedicationAdministration", "effective", "occurence"),
        new("MedicationAdministration", Encounter),
        Change.Merge("MedicationAdministration", "reasonCode", "reasonReference", "reason"),
        Change.Keep("MedicationAdministration", "instantiates", "uri"),
        Change.ReferenceToConcept("MedicationAdministration.performer", "actor"),
        Change.ReferenceToConcept("MedicationAdministration", "device"),
    ];

    public static readonly IReadOnlyList<ConversionRule> Medication =
    [
        Change.Rename("Medication", "manufacturer", "marketingAuthorizationHolder"),
        Change.Rename("Medication", "form", "doseForm"),
        new("Medication", Amount),
        Change.MergeChoice("Medication.ingredient", "item", "item"),
        Change.Rename("Medication.ingredient", "strength", "strengthRatio"),
    ];

    // The R4 statuses that said whether it was taken became adherence.
    private static void AddAdherence(JsonObject statement)
    {
        var code = Nodes.Text(statement["status"]) switch { "not-taken" => "not-taking", "stopped" => "stopped", "on-hold" => "on-hold", "unknown" => "unknown", _ => null };
        if (code is not null)
        {
            statement["adherence"] = new JsonObject { ["code"] = Change.CodeOf(Adherence, code) };
        }
    }

    // R4's context was an Encounter or an EpisodeOfCare; R5 has the former only.
    private static void Encounter(JsonObject owner, ConversionReport report)
    {
        var type = Nodes.Text(owner["resourceType"])!;
        if (Nodes.Text(owner["context"]?["reference"])?.Contains("EpisodeOfCare/", StringComparison.Ordinal) == true)
        {
            CrossVersion.Keep(owner, $"{type}.context", "Reference", report);
        }

        Nodes.Rename(owner, "context", "encounter");
    }

    // A ratio became a volume: exact where the denominator is one, else the ratio is kept too.
    private static void Amount(JsonObject medication, ConversionReport report)
    {
        if (medication["amount"] is not JsonObject amount)
        {
            return;
        }

        var total = amount["numerator"]?.DeepClone();
        if (amount["denominator"]?["value"]?.ToJsonString() is null or "1")
        {
            medication.Remove("amount");
        }
        else
        {
            CrossVersion.Keep(medication, "Medication.amount", "Ratio", report);
        }

        if (total is not null)
        {
            medication["totalVolume"] = total;
        }
    }
}
