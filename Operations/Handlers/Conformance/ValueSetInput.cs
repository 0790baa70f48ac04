using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>The value set that an operation is about: the instance, the one sent along, or the one of a URL.</summary>
internal static class ValueSetInput
{
    /// <exception cref="OperationProblem">NotFound: it is not known; Required: none is given.</exception>
    public static ValueSetContent Read(ParameterList input, Resource? instance, TerminologyService terminology)
    {
        var sent = instance ?? input.Optional("valueSet")?.AsResource();
        if (sent is not null)
        {
            return sent.ResourceType == "ValueSet" ? terminology.ValueSet(sent.Element) : throw OperationProblem.Invalid($"valueSet is a {sent.ResourceType}.", "Parameters.parameter.where(name='valueSet')");
        }

        var url = input.Optional("url")?.AsString() ?? throw OperationProblem.Required("Say which value set: url or valueSet.", "Parameters.parameter.where(name='url')");
        return terminology.RequireValueSet(input.Optional("valueSetVersion") is { } version ? $"{url}|{version.AsString()}" : url);
    }
}
