using System.Buffers.Binary;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Manager.Tests.Support;

/// <summary>A real node that goes wrong in the rounds it is told to.</summary>
internal sealed class FaultyNode(IFederationNode node, Func<int, Fault> fault) : IFederationNode
{
    public string Name => node.Name;

    public string Dataset => node.Dataset;

    public List<int> Asked { get; } = [];

    public Task<DatasetStatistics> StatisticsAsync(CancellationToken cancellationToken) => node.StatisticsAsync(cancellationToken);

    public async Task<WeightsUpdate> TrainAsync(TrainingPlan plan, int round, byte[] weights, int? epochs, CancellationToken cancellationToken)
    {
        Asked.Add(round);
        switch (fault(round))
        {
            case Fault.Fails:
                throw new NodeUnavailableException(Name, "cannot be reached");
            case Fault.Late:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case Fault.NotFinite:
                return NotFinite(await node.TrainAsync(plan, round, weights, epochs, cancellationToken));
        }

        return await node.TrainAsync(plan, round, weights, epochs, cancellationToken);
    }

    private static WeightsUpdate NotFinite(WeightsUpdate update)
    {
        byte[] weights = [.. update.Weights];
        BinaryPrimitives.WriteSingleLittleEndian(weights.AsSpan(weights.Length - 4), float.NaN);
        return update with { Weights = weights };
    }
}
