using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Options of <see cref="BayesianNetworkModel"/>, the <c>options</c> of its plan.</summary>
internal sealed record BayesianNetworkOptions
{
    /// <summary>Quantile bins of a number, 2..50.</summary>
    [Range(2, 50)]
    public int Bins { get; init; } = 5;

    public NetworkAlgorithm Algorithm { get; init; } = NetworkAlgorithm.HillClimbing;

    public NetworkScore Score { get; init; } = NetworkScore.Bdeu;

    /// <summary>a of BDeu, 1e-3..1e4 rows.</summary>
    [Range(1e-3, 1e4)]
    public double EquivalentSampleSize { get; init; } = 10;

    /// <summary>0..6.</summary>
    [Range(0, 6)]
    public int MaximumParents { get; init; } = 4;

    /// <summary>For each variable how many others its families are counted with, 1..50: those that raise its score most alone.</summary>
    [Range(1, 50)]
    public int Candidates { get; init; } = 8;

    /// <summary>Cells of all contingency tables of families together, 0..67,108,864; the families of better candidates come first.</summary>
    [Range(0, 67_108_864)]
    public int Cells { get; init; } = 1_048_576;

    /// <summary>PC: rejects independence at p up to this, 1e-12..0.5.</summary>
    [Range(1e-12, 0.5)]
    public double Alpha { get; init; } = 0.05;

    /// <summary>Rows of prior in each family's probabilities, 0..1e4.</summary>
    [Range(0.0, 1e4)]
    public double Smoothing { get; init; } = 1;

    public ParameterPrior Prior { get; init; } = ParameterPrior.Marginal;

    /// <summary>Edges [from, to] that may not be, by column; <c>*</c> is any. An outcome's columns are: name.duration, name.event.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Forbidden { get; init; } = [];

    /// <summary>
    /// Groups of columns from cause to effect, by name or by the start of a name and <c>*</c>: no edge leads from a later
    /// group into an earlier one. Columns in none come after them.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Tiers { get; init; } = [];

    /// <summary>
    /// Binary features cause, and are not caused by, what is in no tier: genotype before phenotype. Lesions then depend
    /// on each other in small tables, not through a diagnosis of many states.
    /// </summary>
    public bool BinariesFirst { get; init; } = true;

    /// <summary>Edges [from, to] that must be, by column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Required { get; init; } = [];

    [System.Text.Json.Serialization.JsonIgnore]
    public ParameterOptions Parameters => new() { Smoothing = Smoothing, Prior = Prior };
}
