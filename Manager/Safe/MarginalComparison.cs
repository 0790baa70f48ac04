using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Manager.Safe.Page;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>One feature's distribution among real and synthetic patients.</summary>
/// <param name="Name">The feature's.</param>
/// <param name="Label">For people.</param>
/// <param name="Cells">What each cell is: a value, or a range of a number; missing last.</param>
/// <param name="Real">Share of the patients in each; null where it rests on too few to be told.</param>
/// <param name="Synthetic">Share of the synthetic patients in each.</param>
/// <param name="Similarity">0..1, of CSF's marginals; null for a lesion.</param>
/// <param name="Distance">Wasserstein distance of a number, in standard deviations of the real patients; null where it cannot be told.</param>
public sealed record MarginalComparison(
    string Name, string Label, IReadOnlyList<string> Cells, IReadOnlyList<double?> Real, IReadOnlyList<double> Synthetic, double? Similarity, BinnedDistance? Distance)
{
    /// <summary>Of a number, a code of UCUM; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Label and unit.</summary>
    internal string Title => string.IsNullOrEmpty(Unit) ? Label : $"{Label} ({UnitText.Of(Unit)})";
}
