namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>
/// How much privacy a training spends: Rényi differential privacy of the subsampled Gaussian mechanism (Mironov, Talwar,
/// Zhang 2019, arXiv 1908.10530, section 3.3). With each record taken with probability q and noise multiplier σ, for
/// integer orders α: RDP(α) = log( Σ_{k=0}^{α} C(α,k) (1-q)^{α-k} q^k exp((k² - k) / (2 σ²)) ) / (α - 1); q = 1 gives
/// α / (2 σ²). Steps add up. ε for a δ is the best over the orders of
/// RDP(α) + log((α - 1)/α) - (log δ + log α)/(α - 1) (Canonne, Kamath, Steinke 2020, proposition 12).
/// </summary>
public static class RenyiAccountant
{
    private static readonly int[] Orders = [.. Enumerable.Range(2, 127), .. Enumerable.Range(8, 9).Select(power => 1 << power)];

    /// <summary>ε that the given steps spend.</summary>
    /// <param name="sigma">σ, the noise multiplier: noise over sensitivity; above 0.</param>
    /// <param name="sampling">q, the probability that a record is in a step, above 0 up to 1; 1 for a fixed choice of nodes, which amplifies nothing here.</param>
    /// <param name="steps">How many, 1 or more.</param>
    /// <param name="delta">δ, between 0 and 1.</param>
    /// <param name="whole">Further steps with every record in them (q = 1), 0 or more.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static double Epsilon(double sigma, double sampling, long steps, double delta, long whole = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        if (!(sigma > 0) || !(sampling is > 0 and <= 1) || steps < 1 || !(delta is > 0 and < 1))
        {
            throw new ArgumentException($"Expected σ > 0, 0 < q ≤ 1, 1 step or more and 0 < δ < 1, got {sigma}, {sampling}, {steps}, {delta}.");
        }

        return Math.Max(0, Orders.Min(order => ToEpsilon(order, (steps * Divergence(order, sigma, sampling)) + (whole * Divergence(order, sigma, 1)), delta)));
    }

    /// <summary>The smallest σ, to four digits, whose ε is not above a budget.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or no σ up to 10,000 is enough.</exception>
    public static double Sigma(double epsilon, double sampling, long steps, double delta)
    {
        var (low, high) = (1e-2, 1e4);
        if (!(epsilon > 0) || Epsilon(high, sampling, steps, delta) > epsilon)
        {
            throw new ArgumentException($"No noise multiplier up to {high} spends at most ε = {epsilon}.");
        }

        while (high / low > 1 + 1e-4)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = Epsilon(middle, sampling, steps, delta) > epsilon ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>RDP(α) of one step.</summary>
    internal static double Divergence(int order, double sigma, double sampling)
    {
        if (sampling == 1)
        {
            return order / (2 * sigma * sigma);
        }

        var (sum, binomial) = (double.NegativeInfinity, 0.0);
        for (var k = 0; k <= order; k++)
        {
            var term = binomial + ((order - k) * Math.Log(1 - sampling)) + (k * Math.Log(sampling)) + ((((double)k * k) - k) / (2 * sigma * sigma));
            var (less, more) = sum < term ? (sum, term) : (term, sum);
            sum = more + Math.Log(1 + Math.Exp(less - more));
            binomial += Math.Log(order - k) - Math.Log(k + 1);
        }

        return sum / (order - 1);
    }

    private static double ToEpsilon(int order, double divergence, double delta) =>
        divergence + Math.Log((order - 1.0) / order) - ((Math.Log(delta) + Math.Log(order)) / (order - 1));
}
