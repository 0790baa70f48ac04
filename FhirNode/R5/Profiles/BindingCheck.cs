using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Bindings of a profile: a required one is an error, an extensible one a warning (R5 terminologies.html#strength).</summary>
internal static class BindingCheck
{
    public static void Check(FhirPathValue node, Constraint constraint, ITerminology terminology, ValidationReport report, string profile)
    {
        if (constraint.Binding is not { Strength: "required" or "extensible" } binding || !Codes(node).Any())
        {
            return;
        }

        var answers = Codes(node).Select(coding => terminology.Contains(binding.ValueSet, coding.System, coding.Code)).ToList();
        if (answers.Contains(true))
        {
            return;
        }

        if (answers.Contains(null))
        {
            report.Add(IssueSeverity.Information, IssueCode.NotSupported, $"Whether {constraint.Label} is of {binding.ValueSet} cannot be told here ({profile}).", node);
        }
        else if (binding.Strength == "required")
        {
            report.Error(IssueCode.CodeInvalid, $"No code of {constraint.Label} is of {binding.ValueSet}, which is required ({profile}).", node);
        }
        else
        {
            report.Warning(IssueCode.CodeInvalid, $"No code of {constraint.Label} is of {binding.ValueSet}; use one of it where one fits ({profile}).", node);
        }
    }

    /// <summary>The codes of a code, Coding, CodeableConcept, CodeableReference or Quantity; none where it only says why it is absent.</summary>
    public static IEnumerable<(string? System, string Code)> Codes(FhirPathValue node) => node.Type switch
    {
        "CodeableConcept" => node.Element.Items("coding").SelectMany(Coding),
        "CodeableReference" => node.Element.Child("concept") is { } concept ? concept.Items("coding").SelectMany(Coding) : [],
        "Coding" or "Quantity" or "Age" or "Duration" or "Count" or "Distance" => Coding(node.Element),
        _ => node.Value is string code ? [(null, code)] : [],
    };

    private static IEnumerable<(string? System, string Code)> Coding(JsonElement coding)
        => coding.Text("code") is { } code ? [(coding.Text("system"), code)] : [];
}
