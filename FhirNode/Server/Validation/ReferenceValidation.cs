using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Validation;

/// <summary>Looks, by the node's policy, whether the resources that a write refers to are there: those of this node only.</summary>
internal sealed partial class ReferenceValidation(IResourceStore store, NodeAddress address, IOptions<NodeOptions> options, ILogger<ReferenceValidation> logger)
{
    private readonly ValidationPolicy _policy = options.Value.References;

    /// <summary>For a write alone; a resource may refer to itself before it is there.</summary>
    public Task CheckAsync(Resource? resource, string itself, CancellationToken cancellationToken)
        => _policy == ValidationPolicy.Off ? Task.CompletedTask : CheckAsync(resource, new HashSet<string> { itself }, cancellationToken);

    /// <param name="resource">What is written; null for a delete.</param>
    /// <param name="written">What the same transaction writes, as <c>Type/id</c>.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="OperationProblem">Unprocessable (422) under <see cref="ValidationPolicy.Enforce"/>; names each reference.</exception>
    public async Task CheckAsync(Resource? resource, IReadOnlySet<string> written, CancellationToken cancellationToken)
    {
        if (_policy == ValidationPolicy.Off || resource is null)
        {
            return;
        }

        var missing = new List<OutcomeIssue>();
        foreach (var target in LocalReferences.Of(resource, address.BaseUrl).Where(target => !written.Contains(target.Local!)))
        {
            if (await store.ReadAsync(target.Type!, target.Id!, cancellationToken) is not { IsDeleted: false })
            {
                missing.Add(new OutcomeIssue(IssueSeverity.Error, IssueCode.NotFound, $"The reference '{target.Text}' points at nothing here.", resource.ResourceType));
            }
        }

        Judge(resource, missing);
    }

    private void Judge(Resource resource, List<OutcomeIssue> missing)
    {
        if (missing.Count == 0)
        {
            return;
        }

        if (_policy == ValidationPolicy.Enforce)
        {
            throw new OperationProblem(ProblemKind.Unprocessable, missing);
        }

        LogMissing(logger, resource.ResourceType, missing.Count);
    }

    [LoggerMessage(21, LogLevel.Warning, "A {ResourceType} was stored although {Count} of its references point at nothing here")]
    private static partial void LogMissing(ILogger logger, string resourceType, int count);
}
