using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// Clinical and Genomic Synthetic Fidelity. The published formulas are not public: these are ours (docs/synthetic.md, ADR 0120),
/// after the outline of the consortium's abstracts, "an average of several tests". Each part is 0..1, higher is more alike.
/// </summary>
public sealed record SafeScores
{
    /// <summary>Mean of <see cref="Clinical"/>.</summary>
    public required double Csf { get; init; }

    /// <summary>Mean of <see cref="Genomic"/>.</summary>
    public required double Gsf { get; init; }

    /// <summary>Pearson's correlation of the genes' φ in the two groups; 1 for the same genetics, about 0 for independent columns.</summary>
    public required double PhiCorrelation { get; init; }

    /// <summary>Part of CSF to value: marginals, associations, survival, hazards.</summary>
    public required IReadOnlyDictionary<string, double> Clinical { get; init; }

    /// <summary>Part of GSF to value: frequencies, lesions_per_patient, gene_pairs, cytogenetic_pairs.</summary>
    public required IReadOnlyDictionary<string, double> Genomic { get; init; }

    /// <summary>Feature to how alike its distributions are.</summary>
    public required IReadOnlyDictionary<string, double> Columns { get; init; }

    /// <summary>Clinical number to its Wasserstein distance, in standard deviations of the real patients; beside CSF, not in it.</summary>
    public IReadOnlyDictionary<string, BinnedDistance> Distances { get; init; } = new Dictionary<string, BinnedDistance>();

    /// <summary>Mean of <see cref="Distances"/>; NaN where there are none.</summary>
    [JsonIgnore]
    public double MeanDistance => Mean(Distances.Values.Select(distance => distance.Value));

    /// <summary>The largest difference of a lesion's frequencies.</summary>
    public required double LargestFrequencyDifference { get; init; }

    /// <summary>Compares two summaries of one plan.</summary>
    /// <exception cref="ArgumentException">A summary has no patients.</exception>
    public static SafeScores Of(SafePlan plan, SafeSummary real, SafeSummary synthetic)
    {
        if (real.Rows == 0 || synthetic.Rows == 0)
        {
            throw new ArgumentException($"SAFE compares groups of patients, got {real.Rows} real and {synthetic.Rows} synthetic.");
        }

        var clinical = new ClinicalFidelity(plan, real, synthetic);
        var genomic = new GenomicFidelity(plan, real, synthetic);
        var (clinicalParts, genomicParts) = (clinical.Parts(), genomic.Parts());
        return new SafeScores
        {
            Csf = Mean(clinicalParts.Values),
            Gsf = Mean(genomicParts.Values),
            PhiCorrelation = genomic.PhiCorrelation(),
            Clinical = clinicalParts,
            Genomic = genomicParts,
            Columns = clinical.Columns(),
            Distances = clinical.Distances(),
            LargestFrequencyDifference = genomic.LargestFrequencyDifference(),
        };
    }

    /// <summary>From floor to ceiling at least; less is chance, and a share of it says nothing.</summary>
    private const double ShortestWay = 0.02;

    /// <summary>How far a score is on the way from the floor to the ceiling: 0 at the floor, 1 at the ceiling; NaN where they meet, or nearly.</summary>
    public static double ShareOfTheWay(double score, double floor, double ceiling) => ceiling - floor >= ShortestWay ? (score - floor) / (ceiling - floor) : double.NaN;

    internal static double Mean(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
}
