using System.ComponentModel.DataAnnotations;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>
/// Options of <see cref="DeepSurvModel"/>, the <c>options</c> of its plan. The defaults did slightly better on the
/// public MDS cohort than pycox's practical net (two layers of 32, batches of 256); docs/results/spine.md has both.
/// </summary>
internal sealed record DeepSurvOptions : IValidatableObject
{
    /// <summary>Widths of the hidden layers; none is a linear Cox model.</summary>
    [MaxLength(8)]
    public IReadOnlyList<int> Hidden { get; init; } = [64];

    public DeepSurvActivation Activation { get; init; } = DeepSurvActivation.Relu;

    /// <summary>The share of hidden units that is dropped at each training step, 0..0.95.</summary>
    [Range(0.0, 0.95)]
    public double Dropout { get; init; } = 0.4;

    /// <summary>AdamW's step size, 1e-8..1.</summary>
    [Range(1e-8, 1.0)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>AdamW's decoupled weight decay, 0..10.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; } = 1e-2;

    /// <summary>Patients in a step; their risk sets lie inside it. 2..1,000,000.</summary>
    [Range(2, 1_000_000)]
    public int BatchSize { get; init; } = 128;

    /// <summary>The t-th epoch of a round has step size <see cref="LearningRate"/> / (1 + t · decay), t from 0, as in the paper's code; 0..10.</summary>
    [Range(0.0, 10.0)]
    public double LearningRateDecay { get; init; }

    /// <summary>Epochs without a better loss on the held-out rows after which a round stops, with the best weights; 0: never, and nothing is held out.</summary>
    [Range(0, 100_000)]
    public int Patience { get; init; }

    /// <summary>The share of rows that is held out where <see cref="Patience"/> is above 0; 0.05..0.5.</summary>
    [Range(0.05, 0.5)]
    public double ValidationShare { get; init; } = 0.2;

    public CoxTies Ties { get; init; } = CoxTies.Breslow;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Hidden
        .Where(width => width is < 1 or > 4096)
        .Select(width => new ValidationResult($"A hidden layer has width {width}: expected 1..4096.", [nameof(Hidden)]));
}
