using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>
/// Judges synthetic tables of one split. Fidelity is always to the training patients of all nodes together, so that all
/// arms are held against the same; privacy is of the rows that the generator has seen.
/// </summary>
internal sealed class Judge(Split split, IReadOnlyList<string> lesions)
{
    /// <summary>Everything of one table, by the names in <see cref="Scores"/>.</summary>
    public IReadOnlyDictionary<string, double> Of(FeatureTable seen, FeatureTable synthetic)
    {
        var report = FidelityReport.Of(split.Training, synthetic);
        return new Dictionary<string, double>
        {
            [Scores.Csf] = report.ColumnShapes,
            [Scores.Gsf] = report.PairTrends,
            [Scores.Phi] = PhiMatrix.Correlation(split.Training, synthetic, lesions),
        };
    }
}
