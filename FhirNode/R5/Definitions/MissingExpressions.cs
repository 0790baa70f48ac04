namespace GenoMed.Fhir.R5.Definitions;

/// <summary>Expressions that R5's definitions lack by mistake: the parameters' descriptions say which elements they mean.</summary>
internal static class MissingExpressions
{
    public static string? Of(string baseType, string code) => (baseType, code) switch
    {
        ("Medication", "form") => "Medication.doseForm",
        ("ImagingStudy", "reason") => "ImagingStudy.reason",
        ("MedicationKnowledge", "packaging-cost") => "MedicationKnowledge.packaging.cost.cost.ofType(Money)",
        ("MedicationKnowledge", "packaging-cost-concept") => "MedicationKnowledge.packaging.cost.cost.ofType(CodeableConcept)",
        _ => null,
    };
}
