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

    /// <summary>All nodes' attacks together.</summary>
    public static AttackCounts Sum(IReadOnlyList<AttackCounts> nodes) => new(
        nodes.Sum(node => node.Attacks), nodes.Sum(node => node.Successes), nodes.Sum(node => node.NaiveSuccesses), nodes.Sum(node => node.ControlSuccesses));
}
