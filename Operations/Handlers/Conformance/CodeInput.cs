using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>The code that a terminology operation is asked about: as code and system, as a Coding, or as a CodeableConcept.</summary>
internal static class CodeInput
{
    /// <param name="input">The parameters.</param>
    /// <param name="system">The system, where it is not a parameter of the code's own; null for none.</param>
    /// <exception cref="OperationProblem">Required: none of them is there; Invalid: several are.</exception>
    public static IReadOnlyList<FhirCoding> Read(ParameterList input, string? system)
    {
        List<FhirCoding> codings = [];
        if (input.Optional("code") is { } code)
        {
            codings.Add(new FhirCoding(system ?? input.Optional("system")?.AsString(), code.AsString(), input.Optional("display")?.AsString()));
        }

        if (input.Optional("coding") is { } coding)
        {
            codings.Add(coding.AsCoding());
        }

        if (input.Optional("codeableConcept") is { } concept)
        {
            return codings.Count == 0 ? Concept(concept) : throw Several();
        }

        return codings.Count switch
        {
            0 => throw OperationProblem.Required("Say which code: code and system, a coding, or a codeableConcept.", "Parameters.parameter"),
            1 => codings,
            _ => throw Several(),
        };
    }

    private static List<FhirCoding> Concept(Parameter concept)
    {
        var codings = concept.Value?.Json.Items("coding").Select(FhirCoding.Read).OfType<FhirCoding>().ToList() ?? [];
        return codings.Count > 0 ? codings : throw OperationProblem.Required("The codeableConcept has no coding with a code.", concept.Expression);
    }

    private static OperationProblem Several() => OperationProblem.Invalid("The code is given more than once; give code, coding or codeableConcept.", "Parameters.parameter");
}
