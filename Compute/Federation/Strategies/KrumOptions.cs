using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="Krum"/>.</summary>
internal sealed record KrumOptions
{
    /// <summary>f, how many nodes may be faulty, 0..1000; null for as many as the paper's 2 f + 3 ≤ m allows.</summary>
    [Range(0, 1000)]
    public int? Faulty { get; init; }

    /// <summary>How many updates multi-Krum averages, 1..1000; null for m - f.</summary>
    [Range(1, 1000)]
    public int? Selected { get; init; }
}
