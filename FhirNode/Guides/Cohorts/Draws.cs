using Bogus;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>Seeded draws on Bogus' randomizer.</summary>
internal sealed class Draws(int seed)
{
    private readonly Randomizer _randomizer = new(seed);

    public string Pattern(string pattern) => _randomizer.Replace(pattern);

    public double Uniform(double low, double high) => low + ((high - low) * _randomizer.Double());

    public double Bernoulli(double probability) => _randomizer.Double() < probability ? 1 : 0;

    /// <summary>Box–Muller; both uniforms are drawn anew, so that every draw costs the same number of them.</summary>
    public double Normal(double mean, double sd)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - _randomizer.Double()));
        return mean + (sd * radius * Math.Cos(2 * Math.PI * _randomizer.Double()));
    }

    public double LogNormal(double median, double sigma) => median * Math.Exp(Normal(0, sigma));

    /// <summary>Inverse of S(t) = exp(−(t/scale)^shape).</summary>
    public double Weibull(double shape, double scale) => scale * Math.Pow(-Math.Log(1 - _randomizer.Double()), 1 / shape);

    public double Choice(double[] weights)
    {
        var left = _randomizer.Double() * weights.Sum();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}
