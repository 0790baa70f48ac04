using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>DiagnosticReport, ImagingStudy, ServiceRequest.</summary>
internal static class DiagnosticRules
{
    public static readonly IReadOnlyList<ConversionRule> DiagnosticReport = [Change.Rename("DiagnosticReport", "imagingStudy", "study")];

    public static readonly IReadOnlyList<ConversionRule> ImagingStudy =
    [
        Change.CodingToConcept("ImagingStudy", "modality"),
        Change.Keep("ImagingStudy", "interpreter", "Reference"),
        Change.ConceptToReference("ImagingStudy", "procedureCode"),
        Change.Rename("ImagingStudy", "procedureCode", "procedure"),
        Change.Rename("ImagingStudy", "procedureReference", "partOf"),
        Change.Merge("ImagingStudy", "reasonCode", "reasonReference", "reason"),
        Change.CodingToConcept("ImagingStudy.series", "modality"),
        Change.CodingToConcept("ImagingStudy.series", "bodySite"),
        Change.ConceptToReference("ImagingStudy.series", "bodySite"),
        Change.CodingToConcept("ImagingStudy.series", "laterality"),
    ];

    public static readonly IReadOnlyList<ConversionRule> ServiceRequest =
    [
        Change.ConceptToReference("ServiceRequest", "code"),
        Change.Keep("ServiceRequest", "orderDetail", "CodeableConcept"),
        Change.Merge("ServiceRequest", "locationCode", "locationReference", "location"),
        Change.Merge("ServiceRequest", "reasonCode", "reasonReference", "reason"),
        Change.ReferenceToConcept("ServiceRequest", "supportingInfo"),
        Change.Each("ServiceRequest", "patientInstruction", text => new JsonObject { ["instructionMarkdown"] = text }),
    ];
}
