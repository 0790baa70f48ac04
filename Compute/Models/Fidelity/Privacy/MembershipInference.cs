namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>
/// How well an attacker who holds the synthetic table tells training rows (members) from hold-out rows: the area under
/// the ROC curve of a score, 0.5 for one that tells nothing.
/// </summary>
/// <param name="Distance">Score: nearness of the closest synthetic row (Chen and others, GAN-Leaks, CCS 2020, full black box).</param>
/// <param name="Calibrated">
/// Score: that nearness against the nearness of other real rows which the attacker holds, as a local density ratio (van
/// Breugel and others, DOMIAS, AISTATS 2023), so that patients who are like many others do not pass for members. Each
/// half of the hold-out rows is the attacker's reference once, while the other half are the non-members.
/// </param>
public sealed record MembershipInference(AreaUnderCurve Distance, AreaUnderCurve Calibrated)
{
    /// <summary>All nodes' attacks as one: weighted means.</summary>
    public static MembershipInference Mean(IReadOnlyList<MembershipInference> parts) =>
        new(AreaUnderCurve.Mean([.. parts.Select(part => part.Distance)]), AreaUnderCurve.Mean([.. parts.Select(part => part.Calibrated)]));

    internal static MembershipInference Of(MixedRows synthetic, MixedRows training, MixedRows holdOut, PrivacyReportOptions options, CancellationToken cancellationToken)
    {
        var members = Nearness(training, synthetic, cancellationToken);
        var others = Nearness(holdOut, synthetic, cancellationToken);
        int[] halves = [.. PartMinima.Divide(holdOut.Count, holdOut.Count / 2, DerivedSeed.From(options.Seed, "references"))];
        var memberReference = PartMinima.Of(training, holdOut, halves, 2, cancellationToken);
        var otherReference = PartMinima.Of(holdOut, holdOut, halves, 2, cancellationToken);
        AreaUnderCurve Fold(int half) => AreaUnderCurve.Of(
            [.. Enumerable.Range(0, training.Count).Select(row => Score(members[row], memberReference.At(row, half)))],
            [.. Enumerable.Range(0, holdOut.Count).Where(row => halves[row] == 1 - half).Select(row => Score(others[row], otherReference.At(row, half)))],
            options.Level);
        return new MembershipInference(AreaUnderCurve.Of(Negated(members), Negated(others), options.Level), Folded(Fold(0), Fold(1), options.Level));
    }

    // The folds share their members, so their errors are averaged as if they rose and fell together.
    private static AreaUnderCurve Folded(AreaUnderCurve first, AreaUnderCurve second, double level) => AreaUnderCurve.Of(
        (first.Value + second.Value) / 2, first.Positives, first.Negatives + second.Negatives, (first.Error + second.Error) / 2, level);

    // Rises with (distance to reference) / (distance to synthetic), and is finite where one is 0.
    private static double Score(float toSynthetic, float toReference) =>
        toSynthetic + toReference > 0 ? (toReference - toSynthetic) / (toReference + toSynthetic) : 0;

    private static float[] Nearness(MixedRows real, MixedRows synthetic, CancellationToken cancellationToken) =>
        PartMinima.Of(real, synthetic, new int[synthetic.Count], 1, cancellationToken).Distances;

    private static double[] Negated(float[] distances) => [.. distances.Select(distance => -(double)distance)];
}
