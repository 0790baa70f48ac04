namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Every type that changed between R4 and R5 and has a table, one line each; an empty table says that nothing but datatypes changed.</summary>
internal static class RuleTable
{
    public static IReadOnlyDictionary<string, IReadOnlyList<ConversionRule>> ByType { get; } = new Dictionary<string, IReadOnlyList<ConversionRule>>(StringComparer.Ordinal)
    {
        ["AllergyIntolerance"] = ClinicalRules.AllergyIntolerance,
        ["Binary"] = [],
        ["Bundle"] = [],
        ["Condition"] = ClinicalRules.Condition,
        ["DiagnosticReport"] = DiagnosticRules.DiagnosticReport,
        ["Encounter"] = EncounterRules.All,
        ["FamilyMemberHistory"] = ClinicalRules.FamilyMemberHistory,
        ["Group"] = GroupRules.All,
        ["ImagingStudy"] = DiagnosticRules.ImagingStudy,
        ["List"] = [],
        ["Location"] = AdministrativeRules.Location,
        ["Medication"] = MedicationRules.Medication,
        ["MedicationAdministration"] = MedicationRules.Administration,
        ["MedicationRequest"] = MedicationRules.Request,
        ["MedicationStatement"] = MedicationRules.Statement,
        ["Observation"] = [],
        ["OperationOutcome"] = [],
        ["Organization"] = AdministrativeRules.Organization,
        ["Parameters"] = [],
        ["Patient"] = [],
        ["Practitioner"] = AdministrativeRules.Practitioner,
        ["PractitionerRole"] = AdministrativeRules.PractitionerRole,
        ["Procedure"] = ClinicalRules.Procedure,
        ["RelatedPerson"] = [],
        ["ServiceRequest"] = DiagnosticRules.ServiceRequest,
        ["Specimen"] = SpecimenRules.All,
        ["Substance"] = SubstanceRules.All,
    };
}
