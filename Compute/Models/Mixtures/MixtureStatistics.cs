namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// All that the variational M-step needs of the rows, and all that leaves a node in a federated fit: sums over
/// patients, so the sum over nodes is that of the pooled rows.
/// </summary>
public sealed record MixtureStatistics
{
    /// <summary>Σ r_nk, [K].</summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <summary>Σ r_nk (x_n - origin), [K × d] row-major.</summary>
    public required IReadOnlyList<double> Sums { get; init; }

    /// <summary>Σ r_nk (x_n - origin)(x_n - origin)ᵀ, [K × d × d] row-major.</summary>
    public required IReadOnlyList<double> Products { get; init; }

    /// <summary>-Σ r_nk ln r_nk, the part of the lower bound that only the rows know.</summary>
    public required double Entropy { get; init; }

    /// <summary>The statistics of the pooled rows.</summary>
    /// <param name="parts">One of each node, in the order in which they are added.</param>
    /// <exception cref="ArgumentException">No part, or shapes that differ.</exception>
    public static MixtureStatistics Combine(IReadOnlyList<MixtureStatistics> parts)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("No mixture statistics to combine.");
        }

        return new MixtureStatistics
        {
            Counts = Sum(parts, part => part.Counts),
            Sums = Sum(parts, part => part.Sums),
            Products = Sum(parts, part => part.Products),
            Entropy = parts.Sum(part => part.Entropy),
        };
    }

    private static double[] Sum(IReadOnlyList<MixtureStatistics> parts, Func<MixtureStatistics, IReadOnlyList<double>> of)
    {
        var sum = new double[of(parts[0]).Count];
        foreach (var part in parts.Select(of))
        {
            if (part.Count != sum.Length)
            {
                throw new ArgumentException($"Mixture statistics differ in length: expected [{sum.Length}], got [{part.Count}].");
            }

            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += double.IsFinite(part[i]) ? part[i] : throw new ArgumentException($"A mixture statistic is {part[i]} at [{i}].");
            }
        }

        return sum;
    }
}
