using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations;

/// <summary>What the node checks of a resource before it stores it, by its own policy.</summary>
public interface IWriteCheck
{
    /// <summary>What is to be told although the resource may be stored.</summary>
    /// <exception cref="OperationProblem">It may not be stored: a fault under the policy, or an id that belongs to the node.</exception>
    Task<IReadOnlyList<OutcomeIssue>> CheckAsync(Resource resource, CancellationToken cancellationToken);
}
