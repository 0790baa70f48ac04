using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>The risks of attacks, at 95 %.</summary>
internal static class SafeRisks
{
    private const double Level = 0.95;

    public static AttackRisk? Of(AttackCounts? counts) => counts?.Risk(Level);

    public static double? Value(AttackCounts? counts) => Of(counts)?.Value;

    /// <summary>The secret that is guessed best, with its risk.</summary>
    public static (string Secret, AttackRisk Risk)? Worst(AttackReport? report) => report?.Inference
        .Select(secret => (secret.Key, Risk: Of(secret.Value)))
        .Where(secret => secret.Risk is not null)
        .OrderByDescending(secret => secret.Risk!.Value)
        .Select(secret => ((string, AttackRisk)?)(secret.Key, secret.Risk!))
        .FirstOrDefault();

    public static double? Largest(AttackReport? report) => Worst(report)?.Risk.Value;
}
