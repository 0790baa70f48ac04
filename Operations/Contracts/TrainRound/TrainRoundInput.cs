using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.TrainRound;

/// <summary>What <c>$train-round</c> takes.</summary>
public sealed record TrainRoundInput
{
    /// <summary>The id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }

    /// <summary>The TrainingPlan as JSON.</summary>
    public required string Plan { get; init; }

    /// <summary>The round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The global weights as safetensors.</summary>
    public required BinaryContent Weights { get; init; }

    /// <summary>Local epochs, 1 or more; null for the plan's.</summary>
    public int? Epochs { get; init; }
}
