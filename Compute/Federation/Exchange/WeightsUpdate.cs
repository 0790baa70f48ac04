namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>What one node returns from a round, as it travels: a <see cref="ModelUpdate"/> whose state is still bytes.</summary>
public sealed record WeightsUpdate
{
    /// <summary>The node's name, unique in the federation.</summary>
    public required string Node { get; init; }

    /// <summary>The state after local training, safetensors.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>The patients that it rests on, 1 or more.</summary>
    public required int NumExamples { get; init; }

    /// <summary>Name to value, e.g. <c>loss</c>; finite.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();
}
