using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>
/// What the variational autoencoders share. The last four are habits of the published reference code that we hold to
/// be mistakes: off unless asked for.
/// </summary>
internal abstract record VariationalOptions
{
    /// <summary>Dimensions of z, 1..256.</summary>
    [Range(1, 256)]
    public int Latent { get; init; } = 5;

    /// <summary>Width of the one hidden layer of the encoder and of each decoder, 1..4096.</summary>
    [Range(1, 4096)]
    public int Hidden { get; init; } = 50;

    /// <summary>The share of a decoder's hidden units that is dropped at each training step, 0..0.95.</summary>
    [Range(0.0, 0.95)]
    public double Dropout { get; init; } = 0.2;

    /// <summary>Adam's step size, 1e-8..1.</summary>
    [Range(1e-8, 1.0)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Adam's second-moment decay, 0..0.9999.</summary>
    [Range(0.0, 0.9999)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>L2 penalty of Adam, 0..10.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; }

    /// <summary>Decay of the exponential mean of the weights over steps that a round ends with, 0..0.9999; 0: the last weights. Not with early stopping, which has weights of its own.</summary>
    [Range(0.0, 0.9999)]
    public double Averaging { get; init; }

    /// <summary>Patients in a step, 1..1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Weight of the Kullback–Leibler term, 0..1000.</summary>
    [Range(0.0, 1000.0)]
    public double KlWeight { get; init; } = 1;

    /// <summary>Weight of the covariates' likelihood, 0..1000.</summary>
    [Range(0.0, 1000.0)]
    public double CovariateWeight { get; init; } = 1;

    /// <summary>The smallest standard deviation of a number, in units of its own; 1e-5..1.</summary>
    [Range(1e-5, 1.0)]
    public double MinimumDeviation { get; init; } = 0.05;

    /// <summary>Epochs without a better loss on the held-out rows after which training stops; 0: never, and nothing is held out.</summary>
    [Range(0, 100_000)]
    public int Patience { get; init; }

    /// <summary>The share of rows that is held out where <see cref="Patience"/> is above 0; 0.05..0.5.</summary>
    [Range(0.05, 0.5)]
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>Means within ±5 standard deviations by 5·tanh.</summary>
    public bool BoundedMeans { get; init; }

    /// <summary>Standard deviations of at most 0.1, though columns have unit variance: covariates outweigh all else.</summary>
    public bool TightDeviations { get; init; }

    /// <summary>Rows in the same order each epoch.</summary>
    public bool FixedOrder { get; init; }

    /// <summary>After early stopping the last weights instead of the best.</summary>
    public bool LastWeights { get; init; }
}
