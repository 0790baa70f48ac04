using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Node.Validation;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Publication;

/// <summary>What a publication node takes by <c>$import</c>: resources of the types that its readers may read, that say that they are synthetic, of sets that are released.</summary>
internal sealed class PublicationCheck(WriteCheck check) : IWriteCheck
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<OutcomeIssue>> CheckAsync(Resource resource, CancellationToken cancellationToken)
    {
        if (!PublicReader.Caller.Scopes.AllowsResource(resource.ResourceType, 'r'))
        {
            throw OperationProblem.Unprocessable($"A {resource.ResourceType} is no part of a synthetic data set: this node neither keeps nor shows any.", resource.ResourceType);
        }

        if (!Synthetic.IsLabelled(resource))
        {
            throw OperationProblem.Unprocessable(
                $"This node publishes synthetic data only: the {resource.ResourceType} lacks the security label HTEST or the tag {Synthetic.TagCode} of {Synthetic.TagSystem}.", $"{resource.ResourceType}.meta");
        }

        if (SyntheticSet.IsSet(resource) && resource.Element.Text("status") != "active")
        {
            throw OperationProblem.Unprocessable($"Library/{resource.Id} is not released: its status is {resource.Element.Text("status")}. Release it at the node that made it (Library/{resource.Id}/$release).", "Library.status");
        }

        return check.CheckAsync(resource, cancellationToken);
    }
}
