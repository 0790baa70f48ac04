using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.EvaluateModel;

/// <summary>What <c>$evaluate-model</c> takes: plan and weights, or a score.</summary>
public sealed record EvaluateModelInput
{
    /// <summary>The id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }

    /// <summary>The TrainingPlan as JSON; with <see cref="Weights"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>The model's weights as safetensors; with <see cref="Plan"/>.</summary>
    public BinaryContent? Weights { get; init; }

    /// <summary>A clinical score of the guide, e.g. <c>ipss-m</c>, instead of a model.</summary>
    public string? Score { get; init; }

    /// <summary>The time-to-event feature; null for the plan's, or the guide's first outcome.</summary>
    public string? Outcome { get; init; }

    /// <summary>Only patients for whom this score can be computed.</summary>
    public string? PairedWith { get; init; }

    /// <summary>Follow-up beyond this duration, in the outcome's unit, is censored there; positive.</summary>
    public double? Horizon { get; init; }

    /// <summary>Number of equally large risk groups that get a survival curve, 2 to 10; null for none.</summary>
    public int? RiskGroups { get; init; }
}
