using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

/// <summary>The conditions under which synthetic rows may be released: a closed list, each judged on its own, all to be passed.</summary>
public static class PrivacyGates
{
    /// <summary>The gates' names in the order of <see cref="Of"/>: a report that lacks one releases nothing.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "nndr-median", "exact-copies", "membership-inference", "membership-inference-calibrated",
        "singling-out-univariate", "singling-out-multivariate", "linkability", "inference",
    ];

    /// <summary>Judges the reports of one node, or of all nodes summed.</summary>
    /// <param name="report">How near the rows are.</param>
    /// <param name="attacks">What the attacks found; null where none was made.</param>
    /// <param name="options">Thresholds.</param>
    /// <returns>Always the same gates in the same order; what cannot be judged has not passed.</returns>
    public static IReadOnlyList<PrivacyGate> Of(PrivacyReport report, AttackReport? attacks, PrivacyGateOptions options) =>
        [.. RowGates.Of(report, options), .. AttackGates.Of(attacks, options)];
}
