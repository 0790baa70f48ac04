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
        NodeAddress[] addresses = request.Reference
            ? [new NodeAddress(federation.Reference.Name, federation.Reference.Url, federation.Reference.Train, federation.Reference.Test)]
            : [.. federation.Nodes];
        using var directory = new NodeDirectory(addresses.Select(node => new NodeEndpoint(node.Name, node.Url)), new ClientIdentity(federation.Client.Id, key, "system/Operation.*"), new NodeClientOptions(), TimeProvider.System);
        var nodes = await Task.WhenAll(addresses.Select(node => EvaluationNode.ExtractAsync(
            directory[node.Name], input.Guide.Name, request.Cohort ?? node.Train, request.HoldOutCohort ?? node.Test, cancellationToken)));
        return await evaluation.RunAsync(input.Subject, input.Csv, nodes, new Told(bars), cancellationToken);
    }

    private sealed class Told(IBars bars) : IProgress<string>
    {
        public void Report(string value) => bars.Say($"  {value} has answered");
    }
}
