using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Manager.Comparisons;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Safe;

namespace GenoMed.Fhir.Cli.Evaluation;

/// <summary>Evaluation at the nodes of a federation file.</summary>
internal static class RemoteEvaluation
{
    public static async Task<SafeReport> RunAsync(
        EvaluateRequest request, ComparisonOptions federation, SyntheticInput input, SafeEvaluation evaluation, IBars bars, CancellationToken cancellationToken)
    {
        using var key = await PrivateKeyFile.ReadAsync(federation.Client.Key, cancellationToken);
        NodeEndpoint[] endpoints = request.Reference
            ? [new NodeEndpoint(federation.Reference.Name, federation.Reference.Url)]
            : [.. federation.Nodes.Select(node => new NodeEndpoint(node.Name, node.Url))];
        using var directory = new NodeDirectory(endpoints, new ClientIdentity(federation.Client.Id, key, "system/Operation.*"), new NodeClientOptions(), TimeProvider.System);
        var (train, test) = request.Reference
            ? (request.Cohort ?? federation.Reference.Train, request.HoldOutCohort ?? federation.Reference.Test)
            : (request.Cohort, request.HoldOutCohort);
        var nodes = await Task.WhenAll(directory.All.Select(client => EvaluationNode.ExtractAsync(client, input.Guide.Name, train, test, cancellationToken)));
        return await evaluation.RunAsync(input.Subject, input.Csv, nodes, new Told(bars), cancellationToken);
    }

    private sealed class Told(IBars bars) : IProgress<string>
    {
        public void Report(string value) => bars.Say($"  {value} has answered");
    }
}
