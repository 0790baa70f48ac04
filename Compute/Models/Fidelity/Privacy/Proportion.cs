using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>A share of trials. Nodes' successes and counts add up.</summary>
/// <param name="Successes">How many; not whole where ties count half or trials were repeated.</param>
/// <param name="Count">Of how many, 1 or more.</param>
/// <param name="Interval">Wilson's score interval (J. Am. Stat. Assoc. 22, 1927).</param>
public sealed record Proportion(double Successes, int Count, ConfidenceInterval Interval)
{
    /// <summary>Successes / count.</summary>
    public double Rate => Successes / Count;

    /// <exception cref="ArgumentException">Not 0 ≤ successes ≤ count, or no trial.</exception>
    public static Proportion Of(double successes, int count, double level)
    {
        if (count < 1 || successes < 0 || successes > count)
        {
            throw new ArgumentException($"Expected 0..n successes of n trials, n 1 or more; got {successes} of {count}.");
        }

        var (centre, half) = Wilson(successes, count, level);
        return new Proportion(successes, count, new ConfidenceInterval(Math.Max(0, centre - half), Math.Min(1, centre + half), level));
    }

    /// <summary>All nodes' trials together.</summary>
    public static Proportion Sum(IReadOnlyList<Proportion> parts) =>
        Of(parts.Sum(part => part.Successes), parts.Sum(part => part.Count), parts[0].Interval.Level);

    /// <summary>Wilson's centre (s + z²/2) / (n + z²) and half width z / (n + z²) · √(s (n - s) / n + z²/4).</summary>
    internal static (double Centre, double Half) Wilson(double successes, int count, double level)
    {
        var z = Distributions.NormalQuantile(level);
        var total = count + (z * z);
        return ((successes + (z * z / 2)) / total, z / total * Math.Sqrt((successes * (count - successes) / count) + (z * z / 4)));
    }
}
