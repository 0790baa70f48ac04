using MathNet.Numerics;

namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// The stick-breaking weights (Blei and Jordan 2006): v_k ~ Beta(γ1_k, γ2_k), γ1_k = 1 + N_k, γ2_k = γ0 + Σ_{j&gt;k} N_j,
/// π_k = v_k Π_{j&lt;k} (1 - v_j).
/// </summary>
/// <param name="First">γ1, [K].</param>
/// <param name="Second">γ2, [K].</param>
internal sealed record StickWeights(double[] First, double[] Second)
{
    /// <summary>E ln π_k, [K].</summary>
    public double[] ExpectedLog { get; } = Logs(First, Second);

    /// <summary>The mean weights, normalised, [K].</summary>
    public double[] Means => Mean(First, Second);

    /// <summary>Σ ln B(γ1_k, γ2_k).</summary>
    public double LogNormaliser => First.Zip(Second, SpecialFunctions.BetaLn).Sum();

    public static StickWeights From(double[] counts, double concentration)
    {
        var (first, second) = (new double[counts.Length], new double[counts.Length]);
        var after = 0.0;
        for (var k = counts.Length - 1; k >= 0; k--)
        {
            (first[k], second[k]) = (1 + counts[k], concentration + after);
            after += counts[k];
        }

        return new StickWeights(first, second);
    }

    private static double[] Logs(double[] first, double[] second)
    {
        var (logs, rest) = (new double[first.Length], 0.0);
        for (var k = 0; k < logs.Length; k++)
        {
            var sum = SpecialFunctions.DiGamma(first[k] + second[k]);
            logs[k] = SpecialFunctions.DiGamma(first[k]) - sum + rest;
            rest += SpecialFunctions.DiGamma(second[k]) - sum;
        }

        return logs;
    }

    private static double[] Mean(double[] first, double[] second)
    {
        var (means, rest) = (new double[first.Length], 1.0);
        for (var k = 0; k < means.Length; k++)
        {
            means[k] = rest * first[k] / (first[k] + second[k]);
            rest *= second[k] / (first[k] + second[k]);
        }

        var total = means.Sum();
        return [.. means.Select(mean => mean / total)];
    }
}
