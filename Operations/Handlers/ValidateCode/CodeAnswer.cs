using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Operations.Conformance;

namespace GenoMed.Fhir.Operations.ValidateCode;

/// <summary>The answer of <c>$validate-code</c>.</summary>
internal static class CodeAnswer
{
    /// <summary>No: none of the codes is there.</summary>
    public static Resource No(string message) => new ParametersBuilder().Add("result", false).Add("message", message).Build();

    /// <summary>The code is there; a display that does not name it makes the answer no (R5: "display" is checked where it is given).</summary>
    public static Resource Yes(FhirCoding coding, Concept? concept, string? display)
    {
        var isNamed = coding.Display is not { } given || concept is null || Displays.IsName(concept, given) || given == display;
        return new ParametersBuilder()
            .Add("result", isNamed)
            .Add("message", isNamed ? null : $"'{coding.Display}' is no display of {coding.System}|{coding.Code}; it is '{display}'.")
            .Add("display", display)
            .Add("code", FhirValue.Code(concept?.Code ?? coding.Code))
            .Add("system", coding.System is { } system ? FhirValue.Uri(system) : null)
            .Add("version", concept?.System.Version)
            .Build();
    }
}
