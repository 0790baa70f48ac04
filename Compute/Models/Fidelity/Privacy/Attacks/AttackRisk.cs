using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// What an attack tells of the training rows beyond what it tells of the population (Giomi, Boenisch, Wehmeyer, Tasnádi,
/// "A Unified Framework for Quantifying Privacy Risk in Synthetic Data", PoPETs 2023).
/// </summary>
/// <param name="Main">The rate against training rows.</param>
/// <param name="Naive">The rate of guessing without the synthetic table's help.</param>
/// <param name="Control">The rate against hold-out rows.</param>
/// <param name="Value">(main - control) / (1 - control), within 0..1.</param>
/// <param name="Interval">Its interval, by propagation of the rates' errors, within 0..1.</param>
public sealed record AttackRisk(AttackRate Main, AttackRate Naive, AttackRate Control, double Value, ConfidenceInterval Interval)
{
    /// <summary>False where the attack is no better than guessing: then it was too weak to show anything, and a low risk is no proof.</summary>
    public bool BeatsNaive => Main.Value > Naive.Value;

    internal static AttackRisk Of(AttackRate main, AttackRate naive, AttackRate control, double level)
    {
        var margin = 1 - control.Value;
        var value = (main.Value - control.Value) / margin;
        var error = Math.Sqrt(Square(main.Error / margin) + Square(control.Error * (main.Value - 1) / (margin * margin)));
        return new AttackRisk(main, naive, control, Bound(value), new ConfidenceInterval(Bound(value - error), Bound(value + error), level));
    }

    private static double Bound(double value) => Math.Clamp(value, 0, 1);

    private static double Square(double value) => value * value;
}
