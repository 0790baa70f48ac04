namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>How often an attack succeeds, by Wilson's estimate.</summary>
/// <param name="Value">(s + z²/2) / (n + z²)</param>
/// <param name="Error">Half the width of the interval: z / (n + z²) · √(s (n - s) / n + z²/4).</param>
public sealed record AttackRate(double Value, double Error)
{
    internal static AttackRate Of(double successes, int attacks, double level)
    {
        var (value, error) = Proportion.Wilson(successes, attacks, level);
        return new AttackRate(value, error);
    }
}
