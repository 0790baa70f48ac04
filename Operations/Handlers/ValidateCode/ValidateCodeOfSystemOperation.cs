using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ValidateCode;

/// <summary><c>CodeSystem/$validate-code</c>: whether a code system has a code (R5 codesystem-operation-validate-code.html).</summary>
internal sealed class ValidateCodeOfSystemOperation(ConformanceService conformance, IResourceStore store)
    : TerminologyOperation(ContractCatalog.ValidateCodeOfSystem, conformance, store)
{
    protected override Resource Answer(ParameterList input, Resource? instance, TerminologyService terminology)
    {
        var url = instance?.Element.Text("url") ?? input.Optional("url")?.AsString();
        var codings = CodeInput.Read(input, url).Where(coding => url is null || coding.System is null || coding.System == url).ToList();
        if (codings.Count == 0)
        {
            return CodeAnswer.No($"No coding is of {url}.");
        }

        foreach (var coding in codings)
        {
            var system = coding.System ?? url ?? throw OperationProblem.Required("Say which code system: url, or a coding with its system.", "Parameters.parameter.where(name='url')");
            var known = terminology.RequireCodeSystem(input.Optional("version") is { } version ? $"{system}|{version.AsString()}" : system);
            if (known.Find(coding.Code) is { } concept)
            {
                return CodeAnswer.Yes(coding with { System = system }, concept, concept.Display);
            }
        }

        return CodeAnswer.No($"{string.Join(", ", codings.Select(coding => $"'{coding.Code}'"))} is no code of {codings[0].System ?? url} that is known here.");
    }
}
