using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Validation;

/// <summary>The checks of a write, for what is not written by a client's own request: an import.</summary>
internal sealed class WriteCheck(WriteValidation validation, ConformanceService conformance) : IWriteCheck
{
    public async Task<IReadOnlyList<OutcomeIssue>> CheckAsync(Resource resource, CancellationToken cancellationToken)
    {
        if (resource.Id is { } id)
        {
            JobResources.CheckNotOurs(resource.ResourceType, id);
        }

        await conformance.CurrentAsync(cancellationToken);
        return [.. validation.Judge(resource).Where(issue => issue.Severity != IssueSeverity.Information)];
    }
}
