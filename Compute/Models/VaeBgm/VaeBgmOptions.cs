using System.ComponentModel.DataAnnotations;
using GenoMed.Fhir.Compute.Models.Variational;

namespace GenoMed.Fhir.Compute.Models.VaeBgm;

/// <summary>Options of <see cref="VaeBgmModel"/>, the <c>options</c> of its plan.</summary>
internal sealed record VaeBgmOptions : VariationalOptions, IValidatableObject
{
    /// <summary>
    /// Sizes of the federated paper. Its KL weight is 1; at half of it the codes keep more of which lesions go together,
    /// and the mixture makes up for their distance from N(0, I).
    /// </summary>
    public VaeBgmOptions()
    {
        (Latent, Hidden, BatchSize, KlWeight) = (20, 256, 128, 0.5);
    }

    /// <summary>Components of the latent mixture at most; those that are not needed end with a weight near 0. 1..200.</summary>
    [Range(1, 200)]
    public int Components { get; init; } = 20;

    /// <summary>Steps of variational EM that a node makes on its own rows at the end of a round, 1..10,000.</summary>
    [Range(1, 10_000)]
    public int MixtureIterations { get; init; } = 100;

    /// <summary>
    /// Rounds that train the networks; each later one leaves them as they are and is one step of variational EM over
    /// all nodes, exactly as if their rows lay in one place. 0: every round trains.
    /// </summary>
    [Range(0, 100_000)]
    public int TrainingRounds { get; init; }

    /// <summary>
    /// The step size of the last of the <see cref="TrainingRounds"/>, as a share of <see cref="VariationalOptions.LearningRate"/>,
    /// 0.001..1; it falls to it as a cosine (<see cref="CosineDecay"/>). 1: it stays.
    /// </summary>
    [Range(0.001, 1.0)]
    public double FinalRate { get; init; } = 1;

    /// <summary>
    /// Exact steps of variational EM over all nodes that follow the rounds of training where a schedule is made
    /// (<see cref="IGenerator.Schedule"/>), 0..1000. The first brings the mixture into the averaged encoder's space.
    /// </summary>
    [Range(0, 1000)]
    public int MixtureRounds { get; init; } = 3;

    /// <summary>
    /// The patients of all nodes together: how much the mixture's evidence weighs against its prior. Null: the nodes'
    /// mean, which is the truth where there is one node.
    /// </summary>
    [Range(1, 1_000_000_000)]
    public int? Patients { get; init; }

    /// <summary>
    /// Weight of the outcome's columns in the covariates' likelihood, 0.1..1000. They are two of many; what they depend on
    /// is lost first where the codes cannot hold everything.
    /// </summary>
    [Range(0.1, 1000.0)]
    public double OutcomeWeight { get; init; } = 1;

    /// <summary>Ablation: z ~ N(0, I) instead of from the mixture.</summary>
    public bool PriorOnly { get; init; }

    /// <summary>With the step size of a round.</summary>
    public VaeBgmOptions At(int round) => this with { LearningRate = CosineDecay.Rate(LearningRate, FinalRate, round, TrainingRounds) };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => FinalRate < 1 && TrainingRounds == 0
        ? [new ValidationResult("FinalRate needs TrainingRounds, over which the step size falls.", [nameof(FinalRate), nameof(TrainingRounds)])]
        : [];
}
