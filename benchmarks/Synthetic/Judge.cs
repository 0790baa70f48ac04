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

    /// <summary>All scores by the names in <see cref="Scores"/>: fidelity as the mean over the tables, the rest of the first.</summary>
    public Dictionary<string, double> Of(FeatureTable seen, IReadOnlyList<FeatureTable> synthetic)
    {
        var fidelity = synthetic.Select(table => Fidelity(SafeSummary.Of(table, plan), _real)).ToArray();
        var scores = fidelity[0].Keys.ToDictionary(name => name, name => fidelity.Average(one => one[name]));
        AddPrivacy(scores, PrivacyReport.Of(seen, split.Test, synthetic[0], new PrivacyReportOptions { Seed = seed }));
        return scores;
    }

    /// <summary>C on the test patients of a network trained on synthetic patients alone.</summary>
    public double Transfer(FeatureTable synthetic) => SurvivalTransfer.C(synthetic, split.Test, seed);

    /// <summary>
    /// What real patients reach: one half of the training patients judged by the other, and all of them by the test patients;
    /// C of a network trained on all of them.
    /// </summary>
    public IReadOnlyDictionary<string, double> Ceiling()
    {
        var (first, second) = SafeReference.Halves(split.Training, seed);
        var scores = Fidelity(SafeSummary.Of(second, plan), SafeSummary.Of(first, plan));
        scores[Scores.PhiHoldOut] = SafeScores.Of(plan, _holdOut, _real).PhiCorrelation;
        scores[Scores.Transfer] = SurvivalTransfer.C(split.Training, split.Test, seed);
        AddPrivacy(scores, PrivacyReport.Of(first, split.Test, second, new PrivacyReportOptions { Seed = seed }));
        return scores;
    }

    /// <summary>What the training patients reach with each feature dealt anew.</summary>
    public IReadOnlyDictionary<string, double> Floor(int tables) =>
        Of(split.Training, [.. Enumerable.Range(0, tables).Select(table => SafeReference.Shuffled(split.Training, (seed * 100L) + table))]);

    private Dictionary<string, double> Fidelity(SafeSummary synthetic, SafeSummary real)
    {
        var safe = SafeScores.Of(plan, real, synthetic);
        var scores = new Dictionary<string, double>
        {
            [Scores.Csf] = safe.Csf,
            [Scores.Gsf] = safe.Gsf,
            [Scores.Phi] = safe.PhiCorrelation,
            [Scores.PhiHoldOut] = SafeScores.Of(plan, _holdOut, synthetic).PhiCorrelation,
        };
        foreach (var (part, value) in safe.Clinical.Select(part => ($"{Scores.Csf}_{part.Key}", part.Value)).Concat(safe.Genomic.Select(part => ($"{Scores.Gsf}_{part.Key}", part.Value))))
        {
            scores[part] = value;
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
