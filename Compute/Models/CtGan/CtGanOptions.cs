using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// Options of <see cref="CtGanModel"/>, the <c>options</c> of its plan. The paper's settings are batches of 500, packs of 10,
/// step size 2e-4, dropout 0.5 and one step of the discriminator: on a cohort of a few thousand patients they learn the
/// columns and nothing of what goes together (docs/adr/0142), so that these five differ by default.
/// </summary>
internal sealed record CtGanOptions : IValidatableObject
{
    /// <summary>Dimensions of the generator's noise, 1..1024.</summary>
    [Range(1, 1024)]
    public int Latent { get; init; } = 128;

    /// <summary>Width of each of the two hidden layers of both networks, 1..4096.</summary>
    [Range(1, 4096)]
    public int Hidden { get; init; } = 256;

    /// <summary>Rows that the discriminator judges together, 1..100.</summary>
    [Range(1, 100)]
    public int Pac { get; init; } = 1;

    /// <summary>Rows in a step, a multiple of <see cref="Pac"/>; 2..100,000.</summary>
    [Range(2, 100_000)]
    public int BatchSize { get; init; } = 100;

    /// <summary>Adam's step size, 1e-8..1.</summary>
    [Range(1e-8, 1.0)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>
    /// The step size of the last of the <see cref="TrainingRounds"/>, as a share of <see cref="LearningRate"/>, 0.001..1; it
    /// falls to it as a cosine (<see cref="CosineDecay"/>). 1: it stays.
    /// </summary>
    [Range(0.001, 1.0)]
    public double FinalRate { get; init; } = 1;

    /// <summary>Rounds that train, after those of <see cref="EncoderRounds"/>; asked for by <see cref="FinalRate"/> only. A schedule sets it (<see cref="IGenerator.Schedule"/>).</summary>
    [Range(0, 100_000)]
    public int TrainingRounds { get; init; }

    /// <summary>L2 penalty of Adam, 0..10.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; } = 1e-6;

    /// <summary>Weight of the gradient penalty, 0..1000.</summary>
    [Range(0.0, 1000.0)]
    public double PenaltyWeight { get; init; } = 10;

    /// <summary>The share of the discriminator's hidden units that is dropped, 0..0.95.</summary>
    [Range(0.0, 0.95)]
    public double Dropout { get; init; }

    /// <summary>Temperature of the Gumbel-softmax, 0.01..10.</summary>
    [Range(0.01, 10.0)]
    public double Temperature { get; init; } = 0.2;

    /// <summary>Steps of the discriminator for each of the generator, 1..20.</summary>
    [Range(1, 20)]
    public int DiscriminatorSteps { get; init; } = 3;

    /// <summary>
    /// Decay of the exponential mean of the generator's weights that a round ends with, 0..0.9999; 0: the last weights,
    /// as in the paper. Half a round's steps or fewer should be what it remembers, about 1 / (1 - decay).
    /// </summary>
    [Range(0.0, 0.9999)]
    public double Averaging { get; init; }

    /// <summary>
    /// Generation shifts the codes' logits until each code is as frequent as the state's pooled frequencies say
    /// (<see cref="CodeCalibration"/>): what oscillates in adversarial training, and moves once more when weights are averaged.
    /// </summary>
    public bool Calibration { get; init; }

    /// <summary>Modes of a number at most, 1..50.</summary>
    [Range(1, 50)]
    public int Modes { get; init; } = 10;

    /// <summary>Modes of a smaller weight are not used, 0..0.5.</summary>
    [Range(0.0, 0.5)]
    public double ModeThreshold { get; init; } = 0.005;

    /// <summary>
    /// First rounds that only fit the modes: the first on each node's own rows, each further one a step of variational
    /// EM over all nodes. 0: a node without modes fits its own and trains in the same round.
    /// </summary>
    [Range(0, 1000)]
    public int EncoderRounds { get; init; } = 1;

    /// <summary>Steps of variational EM of the first fit, 1..10,000.</summary>
    [Range(1, 10_000)]
    public int EncoderIterations { get; init; } = 100;

    /// <summary>
    /// The patients of all nodes together: how much the evidence of the modes weighs against its prior. Null: the
    /// nodes' mean, which is the truth where there is one node.
    /// </summary>
    [Range(1, 1_000_000_000)]
    public int? Patients { get; init; }

    /// <summary>Reference habit: generates under conditions drawn by log frequency, which makes rare categories too common.</summary>
    public bool LogFrequencySampling { get; init; }

    /// <summary>With the step size of a round of the plan's.</summary>
    public CtGanOptions At(int round) => this with { LearningRate = CosineDecay.Rate(LearningRate, FinalRate, round - EncoderRounds, TrainingRounds) };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BatchSize % Pac != 0)
        {
            yield return new ValidationResult($"A batch of {BatchSize} is no multiple of pac {Pac}.", [nameof(BatchSize)]);
        }

        if (FinalRate < 1 && TrainingRounds == 0)
        {
            yield return new ValidationResult("FinalRate needs TrainingRounds, over which the step size falls.", [nameof(FinalRate), nameof(TrainingRounds)]);
        }
    }
}
