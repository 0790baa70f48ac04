using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ValidateCode;

/// <summary><c>ValueSet/$validate-code</c>: whether a value set has a code (R5 valueset-operation-validate-code.html).</summary>
internal sealed class ValidateCodeOfSetOperation(ConformanceService conformance, IResourceStore store)
    : TerminologyOperation(ContractCatalog.ValidateCodeOfSet, conformance, store)
{
    protected override Resource Answer(ParameterList input, Resource? instance, TerminologyService terminology)
    {
        var set = ValueSetInput.Read(input, instance, terminology);
        var codings = CodeInput.Read(input, system: null);
        var unknown = false;
        foreach (var coding in codings)
        {
            var isMember = set.Contains(coding.System, coding.Code);
            if (isMember is true)
            {
                return Yes(coding, set, terminology);
            }

            unknown |= isMember is null;
        }

        var codes = string.Join(", ", codings.Select(coding => $"{coding.System}|{coding.Code}"));
        return CodeAnswer.No(unknown
            ? $"Whether {codes} is of {set.Name} cannot be told: not all codes of that code system are known here."
            : $"{codes} is not of {set.Name}.");
    }

    private static Resource Yes(FhirCoding coding, ValueSetContent set, TerminologyService terminology)
    {
        var concept = coding.System is { } system ? terminology.CodeSystem(system)?.Find(coding.Code) : null;
        var display = concept?.Display;
        if (concept is null || coding.System is null)
        {
            var expanded = set.Expand().First(one => one.Code == coding.Code && (coding.System is null || one.System == coding.System));
            (concept, display, coding) = (expanded.Concept, expanded.Display, coding with { System = expanded.System });
        }

        return CodeAnswer.Yes(coding, concept, display);
    }
}
