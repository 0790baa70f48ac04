using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Release;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>Releases a draft of a synthetic data set.</summary>
public static class SetRelease
{
    /// <summary>Calls <c>Library/[id]/$release</c>.</summary>
    /// <param name="node">Where the set and its report lie.</param>
    /// <param name="library">Logical id of the set's Library.</param>
    /// <param name="report"><c>MeasureReport/id</c> on that node.</param>
    /// <param name="cancellationToken">Cancels the job at the node as well.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The node refused: a gate that failed, a set that was changed, a client without the scope.</exception>
    /// <exception cref="NodeUnavailableException">The node is not there or failed.</exception>
    public static async Task<ReleasedSet> ReleaseAsync(NodeClient node, string library, string report, CancellationToken cancellationToken)
    {
        var output = await node.InvokeAsync(ContractCatalog.Release, new ReleaseInput { Report = report }, cancellationToken, target: $"Library/{library}");
        return new ReleasedSet(output.Library, output.Sha256, output.Released, output.Report);
    }
}
