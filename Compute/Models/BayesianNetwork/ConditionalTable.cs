namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>P(child | parents) with Dirichlet smoothing.</summary>
/// <param name="Parents">Positions, ascending.</param>
/// <param name="Probabilities">θ_jk, [q × r] row-major; the parents' configuration j has the last parent fastest.</param>
/// <param name="States">r.</param>
internal sealed record ConditionalTable(int[] Parents, double[] Probabilities, int States)
{
    /// <summary>
    /// θ_jk = (N_jk + a π_k)/(N_j + a) with a = smoothing/q rows of prior in each configuration: π_k = 1/r is BDeu's
    /// posterior mean; π_k the child's smoothed marginal keeps a rare lesion rare where a configuration was hardly seen.
    /// </summary>
    public static ConditionalTable From(Family family, FamilyTable counts, ParameterOptions options)
    {
        var prior = Prior(counts, options);
        var rows = options.Smoothing / counts.Configurations;
        var probabilities = new double[counts.Cells.Length];
        for (var at = 0; at < probabilities.Length; at++)
        {
            var (j, k) = (at / counts.States, at % counts.States);
            var total = counts.RowTotal(j) + rows;
            probabilities[at] = total > 0 ? (counts.Cells[at] + (rows * prior[k])) / total : prior[k];
        }

        return new ConditionalTable(family.Parents, probabilities, counts.States);
    }

    /// <summary>P(child | this configuration), [r].</summary>
    public ReadOnlySpan<double> Row(int configuration) => Probabilities.AsSpan(configuration * States, States);

    private static double[] Prior(FamilyTable counts, ParameterOptions options)
    {
        var totals = counts.ChildTotals();
        double all = totals.Sum();
        return [.. totals.Select(total => options.Prior == ParameterPrior.Marginal && all > 0 ? total / all : 1.0 / counts.States)];
    }
}
