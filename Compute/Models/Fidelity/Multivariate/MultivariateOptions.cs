using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>How two tables are compared as a whole.</summary>
public sealed record MultivariateOptions
{
    /// <summary>Gives the classifiers' folds and weights, and the rows where not all are taken.</summary>
    public long Seed { get; init; }

    /// <summary>A table of fewer rows is not compared.</summary>
    [Range(10, 1000)]
    public int MinimumRows { get; init; } = 10;

    /// <summary>Of a larger table so many rows, drawn by the seed, are compared: the work grows with the square of the rows.</summary>
    [Range(100, 100000)]
    public int MaximumRows { get; init; } = 10000;

    /// <summary>β-recall: a real row is reached by a synthetic one that is no farther than its k-th nearest real row.</summary>
    [Range(1, 50)]
    public int Neighbours { get; init; } = 5;

    /// <summary>Coverage of the confidence intervals.</summary>
    [Range(0.5, 0.999)]
    public double Level { get; init; } = 0.95;
}
