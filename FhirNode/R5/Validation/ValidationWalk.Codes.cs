using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Validation;

internal sealed partial class ValidationWalk
{
    private const int MostCodesInMessage = 15;

    /// <summary>
    /// A Coding or CodeableConcept with a required binding has a coding of the value set; one that only carries
    /// extensions (why it is absent) passes. Such elements are few, so a copy of the reader reads them a second time.
    /// </summary>
    private void RequiredConcept(Utf8JsonReader reader, PropertyDefinition property)
    {
        if (property.TypeCode is not ("Coding" or "CodeableConcept") || property.Element.Binding is not { Codes: { } codes } binding)
        {
            return;
        }

        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        JsonElement[] codings = property.TypeCode == "Coding" ? [value] : [.. value.Items("coding")];
        var isAbsent = codings.All(coding => coding.Text("code") is null) && value.Child("extension") is not null;
        if (!isAbsent && !codings.Any(coding => codes.Contains(coding.Text("system") ?? string.Empty, coding.Text("code") ?? string.Empty)))
        {
            Report(IssueCode.CodeInvalid, $"No coding is of {binding.ValueSet}, which is required; {Choices(codes)} with system {string.Join(" or ", codes.CodesBySystem.Keys)}.");
        }
    }

    private static string Choices(CodeSet codes)
        => codes.Count <= MostCodesInMessage ? $"use one of: {string.Join(", ", codes.All)}" : $"use one of its {codes.Count} codes";
}
