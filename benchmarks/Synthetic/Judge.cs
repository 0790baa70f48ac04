using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>
/// Judges synthetic tables of one split. Fidelity is always to the training patients of all nodes together, so that all
/// arms are held against the same; privacy is that of the rows which the generator has seen, beside the test patients.
/// </summary>
internal sealed class Judge(Split split, IReadOnlyList<string> lesions, int seed)
{
    /// <summary>Everything of one table, by the names in <see cref="Scores"/>.</summary>
    public IReadOnlyDictionary<string, double> Of(FeatureTable seen, FeatureTable synthetic)
    {
        var report = FidelityReport.Of(split.Training, synthetic);
        var scores = new Dictionary<string, double>
        {
            [Scores.Csf] = report.ColumnShapes,
            [Scores.Gsf] = report.PairTrends,
            [Scores.Phi] = PhiMatrix.Correlation(split.Training, synthetic, lesions),
            [Scores.PhiHoldOut] = PhiMatrix.Correlation(split.Test, synthetic, lesions),
        };
        scores[Scores.Transfer] = SurvivalTransfer.C(synthetic, split.Test, seed);
        AddPrivacy(scores, PrivacyReport.Of(seen, split.Test, synthetic, new PrivacyReportOptions { Seed = seed }));
        return scores;
    }

    /// <summary>The stronger of two attacks counts.</summary>
    private static void AddPrivacy(Dictionary<string, double> scores, PrivacyReport privacy)
    {
        var holdOut = privacy.HoldOut!;
        var attacks = holdOut.MembershipInference;
        scores[Scores.Nndr] = privacy.ToTraining.Nndr.Median;
        scores[Scores.NndrHoldOut] = holdOut.ToTraining.Nndr.Median;
        scores[Scores.Dcr] = privacy.ToTraining.Dcr.Median;
        scores[Scores.DcrHoldOut] = holdOut.ToTraining.Dcr.Median;
        scores[Scores.Membership] = Math.Max(attacks.Distance.Value, attacks.Calibrated.Value);
        scores[Scores.MembershipByDistance] = attacks.Distance.Value;
        scores[Scores.MembershipCalibrated] = attacks.Calibrated.Value;
        scores[Scores.Nearer] = holdOut.NearerToTraining.Nearer.Rate;
        scores[Scores.Copies] = privacy.ToTraining.Copies.Rate;
        scores[Scores.CopiesHoldOut] = holdOut.ToTraining.Copies.Rate;
    }
}
