using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>What the attackers of a synthetic table try.</summary>
public sealed record AttackOptions
{
    /// <summary>Gives whom they attack and what they guess.</summary>
    public long Seed { get; init; }

    /// <summary>Attempts of each attack; fewer where a table has fewer rows.</summary>
    [Range(10, 100000)]
    public int Attacks { get; init; } = 500;

    /// <summary>Columns in a predicate of the multivariate singling out.</summary>
    [Range(2, 20)]
    public int PredicateColumns { get; init; } = 3;

    /// <summary>Linkability: how many nearest synthetic rows of each half are compared.</summary>
    [Range(1, 100)]
    public int Neighbours { get; init; } = 1;

    /// <summary>Inference: a number is guessed when it is within this share of the guess.</summary>
    [Range(0.0, 1.0)]
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Linkability: the features that one source holds; the other holds the rest. Empty: every second feature.</summary>
    public IReadOnlyList<string> FirstSource { get; init; } = [];

    /// <summary>Inference: the features that are guessed, each from all others. Empty: all but vectors.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>A table of fewer rows is not attacked.</summary>
    [Range(5, 1000)]
    public int MinimumRows { get; init; } = 10;

    /// <summary>k: successes and failures of 1 to k - 1 are told together or widened, never as they are; 1 for all as they are.</summary>
    [Range(1, 1000)]
    public int MinimumCell { get; init; } = 1;
}
