using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>The risks of attacks, at 95 %.</summary>
internal static class SafeRisks
{
    private const double Level = 0.95;

    public static AttackRisk? Of(AttackCounts? counts) => counts?.Risk(Level);

    public static double? Value(AttackCounts? counts) => Of(counts)?.Value;

    /// <summary>Of all secrets together: one rare secret alone says little, however it is guessed.</summary>
    public static AttackCounts? Inference(AttackReport? report) => report is null || report.Inference.Count == 0 ? null : AttackCounts.Sum([.. report.Inference.Values]);
}
