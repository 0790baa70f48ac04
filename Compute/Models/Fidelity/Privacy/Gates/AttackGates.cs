using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;
using GenoMed.Fhir.Compute.Models.Survival;
using static System.FormattableString;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

/// <summary>
/// The gates on attacks. One fails where the risk is above the threshold beyond chance, that is where its lower bound is.
/// The risk is 1 less the ratio of failures against training rows to those against hold-out rows, so that chance is judged
/// by the interval of a ratio (Katz and others, Biometrics 34, 1978, with half a failure added): the interval of the rates
/// is too short where nearly every guess is right, as for a rare mutation. Of many secrets some look guessed by chance:
/// they share the error (Bonferroni).
/// </summary>
internal static class AttackGates
{
    public static IEnumerable<PrivacyGate> Of(AttackReport? attacks, PrivacyGateOptions options) =>
    [
        Of("singling-out-univariate", attacks?.SinglingOutUnivariate, options),
        Of("singling-out-multivariate", attacks?.SinglingOutMultivariate, options),
        Of("linkability", attacks?.Linkability, options),
        Inference(attacks, options),
    ];

    private static PrivacyGate Of(string name, AttackCounts? counts, PrivacyGateOptions options) => Of(name, name, counts, options.Level, options);

    private static PrivacyGate Inference(AttackReport? attacks, PrivacyGateOptions options)
    {
        var judged = (attacks?.Inference ?? new Dictionary<string, AttackCounts>()).Where(secret => secret.Value.Attacks >= options.MinimumAttacks).ToArray();
        if (judged.Length == 0)
        {
            return Of("inference", "inference", attacks?.Inference.Values.MaxBy(secret => secret.Attacks), options.Level, options);
        }

        var level = 1 - ((1 - options.Level) / judged.Length);
        var worst = judged.MaxBy(secret => LowerBound(secret.Value, level));
        return Of("inference", Invariant($"inference of '{worst.Key}', the surest of {judged.Length} secrets,"), worst.Value, level, options);
    }

    private static PrivacyGate Of(string name, string what, AttackCounts? counts, double level, PrivacyGateOptions options)
    {
        if (counts is null || counts.Attacks < options.MinimumAttacks)
        {
            return new PrivacyGate(name, false, null, options.MaximumAttackRisk, Invariant(
                $"{counts?.Attacks ?? 0} attempts of {what} show too little: {options.MinimumAttacks} or more are needed, against training and hold-out rows."));
        }

        var (risk, lower) = (counts.Risk(level)!, Math.Max(0, LowerBound(counts, level)));
        return new PrivacyGate(name, lower <= options.MaximumAttackRisk, lower, options.MaximumAttackRisk, Invariant(
            $"Of {counts.Attacks} attempts of {what} {counts.Successes} succeeded against training rows, {counts.ControlSuccesses:F0} against hold-out rows, {counts.NaiveSuccesses} by guessing: risk {risk.Value:F3}, at least {lower:F3} but for chance; {options.MaximumAttackRisk} may be.")
            + (risk.BeatsNaive ? "" : " The attack is no better than guessing: a low risk is no proof."));
    }

    private static double LowerBound(AttackCounts counts, double level)
    {
        var (main, control, all) = (counts.Attacks - counts.Successes + 0.5, counts.Attacks - counts.ControlSuccesses + 0.5, counts.Attacks + 0.5);
        var error = Math.Sqrt((1 / main) + (1 / control) - (2 / all));
        return 1 - (main / control * Math.Exp(Distributions.NormalQuantile((2 * level) - 1) * error));
    }
}
