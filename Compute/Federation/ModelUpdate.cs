using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>What one node returns from a round.</summary>
public sealed record ModelUpdate
{
    /// <summary>The node's name, unique in the federation.</summary>
    public required string Node { get; init; }

    /// <summary>The state after local training, name to tensor; the names and shapes of the global state.</summary>
    public required IReadOnlyDictionary<string, torch.Tensor> State { get; init; }

    /// <summary>The strategy's own tensors beside the state, as <see cref="StrategyTensors.Returned"/> names them.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Returned { get; init; } = new Dictionary<string, torch.Tensor>();

    /// <summary>The patients that it rests on, 1 or more.</summary>
    public required int NumExamples { get; init; }

    /// <summary>Name to value, e.g. <c>loss</c>; aggregates only.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();
}
