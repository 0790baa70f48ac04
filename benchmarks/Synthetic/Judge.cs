using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>
/// Judges synthetic tables of one split. Fidelity is always to the training patients of all nodes together, so that all
/// arms are held against the same; privacy is that of the rows which the generator has seen, beside the test patients.
/// </summary>
internal sealed class Judge(SafePlan plan, Split split, int seed)
{
    private readonly SafeSummary _real = SafeSummary.Sum([.. split.Nodes.Select(node => SafeSummary.Of(node.Table, plan))]);

    private readonly SafeSummary _holdOut = SafeSummary.Of(split.Test, plan);

    /// <summary>Everything of one table, by the names in <see cref="Scores"/>.</summary>
    public IReadOnlyDictionary<string, double> Of(FeatureTable seen, FeatureTable synthetic)
    {
        var summary = SafeSummary.Of(synthetic, plan);
        var scores = Named(SafeScores.Of(plan, _real, summary));
        scores[Scores.PhiHoldOut] = SafeScores.Of(plan, _holdOut, summary).PhiCorrelation;
        scores[Scores.Transfer] = SurvivalTransfer.C(synthetic, split.Test, seed);
        AddPrivacy(scores, PrivacyReport.Of(seen, split.Test, synthetic, new PrivacyReportOptions { Seed = seed }));
        return scores;
    }

    /// <summary>What real patients reach: one half of the training patients judged by the other; C of a network trained on all of them.</summary>
    public IReadOnlyDictionary<string, double> Ceiling()
    {
        var (first, second) = SafeReference.Halves(split.Training, seed);
        var scores = Named(SafeScores.Of(plan, SafeSummary.Of(first, plan), SafeSummary.Of(second, plan)));
        scores[Scores.PhiHoldOut] = SafeScores.Of(plan, _holdOut, _real).PhiCorrelation;
        scores[Scores.Transfer] = SurvivalTransfer.C(split.Training, split.Test, seed);
        AddPrivacy(scores, PrivacyReport.Of(first, split.Test, second, new PrivacyReportOptions { Seed = seed }));
        return scores;
    }

    /// <summary>What the training patients reach with each feature dealt anew.</summary>
    public IReadOnlyDictionary<string, double> Floor() => Of(split.Training, SafeReference.Shuffled(split.Training, seed));

    private static Dictionary<string, double> Named(SafeScores safe)
    {
        var scores = new Dictionary<string, double> { [Scores.Csf] = safe.Csf, [Scores.Gsf] = safe.Gsf, [Scores.Phi] = safe.PhiCorrelation };
        foreach (var (part, value) in safe.Clinical)
        {
            scores[$"{Scores.Csf}_{part}"] = value;
        }

        foreach (var (part, value) in safe.Genomic)
        {
            scores[$"{Scores.Gsf}_{part}"] = value;
        }

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
