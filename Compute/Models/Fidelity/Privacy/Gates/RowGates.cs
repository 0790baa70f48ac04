using MathNet.Numerics.Distributions;
using static System.FormattableString;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

/// <summary>The gates on distances: most need hold-out rows to compare with.</summary>
internal static class RowGates
{
    public static IEnumerable<PrivacyGate> Of(PrivacyReport report, PrivacyGateOptions options) =>
    [
        Judged("nndr-median", report, options, holdOut => Nndr(report.ToTraining.Nndr, holdOut.ToTraining.Nndr, options)),
        Copies(report, options),
        Judged("membership-inference", report, options, holdOut => Membership("membership-inference", holdOut.MembershipInference.Distance, options)),
        Judged("membership-inference-calibrated", report, options, holdOut =>
            Membership("membership-inference-calibrated", holdOut.MembershipInference.Calibrated, options)),
    ];

    private static PrivacyGate Judged(string name, PrivacyReport report, PrivacyGateOptions options, Func<HoldOutPrivacy, PrivacyGate> judge) =>
        report.HoldOut is null ? new PrivacyGate(name, false, null, null, "There are no hold-out rows to compare with: pass a hold-out dataset.")
        : report.HoldOut.Rows < options.MinimumHoldOutRows
            ? new PrivacyGate(name, false, null, null, Invariant($"{report.HoldOut.Rows} hold-out rows show too little: {options.MinimumHoldOutRows} or more are needed."))
        : judge(report.HoldOut);

    // One-sided: how far below the hold-out's a median may fall by chance.
    private static PrivacyGate Nndr(DistanceDistribution synthetic, DistanceDistribution holdOut, PrivacyGateOptions options)
    {
        var z = Survival.Distributions.NormalQuantile((2 * options.Level) - 1);
        var noise = z * Math.Sqrt((synthetic.MedianError * synthetic.MedianError) + (holdOut.MedianError * holdOut.MedianError));
        var threshold = holdOut.Median - noise;
        return new PrivacyGate("nndr-median", synthetic.Median >= threshold, synthetic.Median, threshold, Invariant(
            $"Median NNDR of {synthetic.Count} synthetic rows {synthetic.Median:F3}, of {holdOut.Count} hold-out rows {holdOut.Median:F3} with noise {noise:F3}: it must not fall below."));
    }

    // Fisher's exact test, one-sided: of all copies found, are this many synthetic by chance?
    private static PrivacyGate Copies(PrivacyReport report, PrivacyGateOptions options)
    {
        var (synthetic, real) = (report.ToTraining.Copies, Proportion.Sum([report.TrainingDuplicates, .. report.HoldOut is { } holdOut ? [holdOut.ToTraining.Copies] : Array.Empty<Proportion>()]));
        var (copies, all) = ((int)synthetic.Successes, (int)(synthetic.Successes + real.Successes));
        var chance = copies == 0 ? 1 : 1 - Hypergeometric.CDF(synthetic.Count + real.Count, all, synthetic.Count, copies - 1);
        var passed = synthetic.Rate <= real.Rate || chance > 1 - options.Level;
        return new PrivacyGate("exact-copies", passed, synthetic.Rate, real.Rate, Invariant(
            $"{copies} of {synthetic.Count} synthetic rows equal a training row; {real.Successes} of {real.Count} real rows equal another: no more than that may, but for chance (here {chance:G2})."));
    }

    private static PrivacyGate Membership(string name, AreaUnderCurve area, PrivacyGateOptions options) => new(
        name, area.Value <= options.MaximumMembershipArea, area.Value, options.MaximumMembershipArea, Invariant(
            $"An attacker tells {area.Positives} training from {area.Negatives} hold-out rows with an area of {area.Value:F3} ({area.Interval.Lower:F3} to {area.Interval.Upper:F3}): at most {options.MaximumMembershipArea} may be."));
}
