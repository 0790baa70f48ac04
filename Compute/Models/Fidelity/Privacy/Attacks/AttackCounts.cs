namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>What a node returns of an attack: counts that add up over nodes.</summary>
/// <param name="Attacks">How many were tried, against each of training rows, by guessing, and against hold-out rows.</param>
/// <param name="Successes">Of those against training rows.</param>
/// <param name="NaiveSuccesses">Of the guesses, against training rows.</param>
/// <param name="ControlSuccesses">Of those against hold-out rows; not whole where it was brought to the size of the training table.</param>
public sealed record AttackCounts(int Attacks, int Successes, int NaiveSuccesses, double ControlSuccesses)
{
    /// <summary>The risk, or null where no attack could be made.</summary>
    /// <param name="level">Coverage of the intervals, e.g. 0.95.</param>
    public AttackRisk? Risk(double level) => Attacks == 0 ? null : AttackRisk.Of(
        AttackRate.Of(Successes, Attacks, level), AttackRate.Of(NaiveSuccesses, Attacks, level), AttackRate.Of(ControlSuccesses, Attacks, level), level);

    /// <summary>
    /// Without counts of 1 to k - 1 patients, of successes or of failures: against training rows they are told so that the risk looks
    /// larger, against hold-out rows so that those look safer. Nothing is told of fewer than k attempts.
    /// </summary>
    /// <param name="k">The smallest count that may be told; 1 for all.</param>
    internal AttackCounts Widened(int k) => Attacks < k
        ? new AttackCounts(0, 0, 0, 0)
        : new AttackCounts(Attacks, (int)Widen(Successes, k, k, Attacks), (int)Widen(NaiveSuccesses, k, k, Attacks), Widen(ControlSuccesses, k, 0, Attacks - k));

    /// <summary>Whether a success or a failure is one of 1 to k - 1.</summary>
    internal bool HasSmall(int k) => new[] { Successes, NaiveSuccesses, ControlSuccesses }.Any(count => IsSmall(count, k) || IsSmall(Attacks - count, k));

    /// <summary>All nodes' attacks together.</summary>
    public static AttackCounts Sum(IReadOnlyList<AttackCounts> nodes) => new(
        nodes.Sum(node => node.Attacks), nodes.Sum(node => node.Successes), nodes.Sum(node => node.NaiveSuccesses), nodes.Sum(node => node.ControlSuccesses));

    private double Widen(double count, int k, double fewSuccesses, double fewFailures) =>
        IsSmall(count, k) ? fewSuccesses : IsSmall(Attacks - count, k) ? fewFailures : count;

    private static bool IsSmall(double count, int k) => k > 1 && count > 0 && count < k;
}
