using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Expand;

/// <summary><c>$expand</c>: the codes of a value set, filtered and by the page (R5 valueset-operation-expand.html).</summary>
internal sealed class ExpandOperation(ConformanceService conformance, IResourceStore store, TimeProvider time) : TerminologyOperation(ContractCatalog.Expand, conformance, store)
{
    /// <summary>More at once is asked for by the page.</summary>
    private const int MostCodes = 10_000;

    protected override Resource Answer(ParameterList input, Resource? instance, TerminologyService terminology)
    {
        var request = ExpandRequest.Read(input);
        var set = ValueSetInput.Read(input, instance, terminology);
        var found = set.Expand().Where(request.Keeps).ToList();
        var page = found.Skip(request.Offset).Take(request.Count ?? int.MaxValue).ToList();
        return page.Count <= MostCodes
            ? ExpansionWriter.Write(set, page, found.Count, request, time.GetUtcNow())
            : throw new OperationProblem(ProblemKind.Unprocessable, [new OutcomeIssue(IssueSeverity.Error, IssueCode.TooCostly, $"The value set has {page.Count} codes; ask for {MostCodes} at most, with offset and count.")]);
    }
}
