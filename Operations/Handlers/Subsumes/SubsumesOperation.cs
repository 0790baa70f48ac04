using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Subsumes;

/// <summary><c>$subsumes</c>: how two codes of a code system are related (R5 codesystem-operation-subsumes.html).</summary>
internal sealed class SubsumesOperation(ConformanceService conformance, IResourceStore store) : TerminologyOperation(ContractCatalog.Subsumes, conformance, store)
{
    protected override Resource Answer(ParameterList input, Resource? instance, TerminologyService terminology)
    {
        var url = instance?.Element.Text("url") ?? input.Optional("system")?.AsString();
        var (left, right) = (Concept(input, "A", url, terminology), Concept(input, "B", url, terminology));
        if (left.System.Url != right.System.Url)
        {
            throw OperationProblem.Invalid("The codes are of different code systems.", "Parameters.parameter.where(name='codingB')");
        }

        var outcome = left == right ? "equivalent"
            : right.WithAncestors().Contains(left) ? "subsumes"
            : left.WithAncestors().Contains(right) ? "subsumed-by"
            : "not-subsumed";
        return new ParametersBuilder().Add("outcome", FhirValue.Code(outcome)).Build();
    }

    private static Concept Concept(ParameterList input, string side, string? url, TerminologyService terminology)
    {
        var coding = input.Optional($"coding{side}")?.AsCoding() ?? new FhirCoding(url, input.Required($"code{side}").AsString());
        var system = coding.System ?? url ?? throw OperationProblem.Required("Say which code system: system, or codings with it.", "Parameters.parameter.where(name='system')");
        var known = terminology.RequireCodeSystem(input.Optional("version") is { } version ? $"{system}|{version.AsString()}" : system);
        return known.Find(coding.Code) ?? throw OperationProblem.NotFound($"The code '{coding.Code}' is not known in {system}.", $"Parameters.parameter.where(name='code{side}')");
    }
}
