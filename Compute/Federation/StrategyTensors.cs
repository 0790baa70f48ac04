using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>The tensors that a strategy has beside the model, name to tensor: values before the first round, and what is expected later.</summary>
public sealed record StrategyTensors
{
    private static readonly IReadOnlyDictionary<string, torch.Tensor> Empty = new Dictionary<string, torch.Tensor>();

    /// <summary>No tensors.</summary>
    public static StrategyTensors None { get; } = new();

    /// <summary>Kept by the manager, e.g. the moments of FedAdam.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Server { get; init; } = Empty;

    /// <summary>Sent to every node, e.g. SCAFFOLD's c.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Shared { get; init; } = Empty;

    /// <summary>One set for each node, sent to it alone, e.g. SCAFFOLD's c_i.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Own { get; init; } = Empty;

    /// <summary>What a node returns beside its update, e.g. how many steps it took.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Returned { get; init; } = Empty;
}
