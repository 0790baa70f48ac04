namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// How the weights of predicates are spread over the population: the mixture over a grid that makes the counts of their
/// matches among control rows likeliest (Laird, J. Am. Stat. Assoc. 73, 1978), each count binomial in its weight.
/// </summary>
internal sealed class WeightMixture
{
    private const int Grid = 120;
    private const int Steps = 300;
    private readonly double[] _weights;
    private readonly double[] _shares;

    private WeightMixture(double[] weights, double[] shares) => (_weights, _shares) = (weights, shares);

    /// <param name="matches">Of each predicate, how many of the rows fulfil it; 1 or more predicates.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="largest">The largest number of rows that is asked about: no weight matters that is far below 1 of it.</param>
    public static WeightMixture Of(IReadOnlyList<int> matches, int rows, int largest)
    {
        var low = Math.Log(0.02 / largest);
        double[] weights = [.. Enumerable.Range(0, Grid).Select(i => Math.Exp(low - (low * i / Grid)))];
        var counts = matches.CountBy(match => match).OrderBy(count => count.Key).ToArray();
        double[][] likelihoods = [.. counts.Select(count => Likelihoods(count.Key, rows, weights))];
        double[] shares = [.. Enumerable.Repeat(1.0 / Grid, Grid)];
        for (var step = 0; step < Steps; step++)
        {
            shares = Step(shares, likelihoods, [.. counts.Select(count => count.Value / (double)matches.Count)]);
        }

        return new WeightMixture(weights, shares);
    }

    /// <summary>The chance that a predicate singles out a row among so many: the mean of n w (1 - w)^(n - 1).</summary>
    public double Expected(int rows) =>
        _weights.Zip(_shares, (weight, share) => share * rows * weight * Math.Pow(1 - weight, rows - 1)).Sum();

    // Expectation and maximisation: each count's share goes to the weights in proportion to their posterior.
    private static double[] Step(double[] shares, double[][] likelihoods, double[] counts)
    {
        var next = new double[Grid];
        for (var i = 0; i < counts.Length; i++)
        {
            var total = shares.Zip(likelihoods[i], (share, likelihood) => share * likelihood).Sum();
            for (var j = 0; j < Grid; j++)
            {
                next[j] += counts[i] * shares[j] * likelihoods[i][j] / total;
            }
        }

        return next;
    }

    // Binomial without its constant, the largest made 1.
    private static double[] Likelihoods(int matches, int rows, double[] weights)
    {
        double[] logs = [.. weights.Select(weight => (matches * Math.Log(weight)) + ((rows - matches) * Math.Log(1 - weight)))];
        var largest = logs.Max();
        return [.. logs.Select(log => Math.Exp(log - largest))];
    }
}
