using System.Text.Json.Serialization;
using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.TrainRound;

/// <summary>What <c>$train-round</c> gives.</summary>
public sealed record TrainRoundOutput
{
    /// <summary>The weights after training as safetensors.</summary>
    public required BinaryContent Update { get; init; }

    /// <summary>Patients trained on.</summary>
    public required int NumExamples { get; init; }

    /// <summary>Figures of the training; finite.</summary>
    [JsonPropertyName("metric")]
    public IReadOnlyList<Metric> Metrics { get; init; } = [];
}
