using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// A treatment that nobody had. Patients with a better outlook (by Cox's regression on the prognostic factors) get it more
/// often, as in practice, and it multiplies their hazard by θ: time s becomes H₀⁻¹(H₀(s)/θ) for Breslow's H₀, events and
/// censoring alike; beyond the last time of the cohort they are censored there.
/// </summary>
internal sealed class MockTreatment
{
    private const double Share = 0.4;

    /// <summary>How much likelier treatment is for a patient whose linear predictor is one standard deviation better: odds.</summary>
    private const double Preference = 2;

    private readonly SafePlan _plan;
    private readonly IReadOnlyList<string> _factors;
    private readonly IReadOnlyList<double> _coefficients;
    private readonly double[] _times;
    private readonly double[] _hazards;

    private MockTreatment(SafePlan plan, IReadOnlyList<string> factors, IReadOnlyList<double> coefficients, FeatureTable patients)
    {
        (_plan, _factors, _coefficients) = (plan, factors, coefficients);
        var baseline = BreslowBaseline.Estimate(patients.Durations(plan.Outcome), patients.Events(plan.Outcome), Predictor(patients));
        _times = [0, .. baseline.Select(point => point.Time)];
        _hazards = [0, .. baseline.Select(point => point.CumulativeHazard)];
    }

    /// <param name="plan">Names factors and outcome.</param>
    /// <param name="patients">With a known outcome: they give outlook and baseline hazard.</param>
    /// <param name="factors">Those that these patients can tell of, one or more.</param>
    public static MockTreatment Of(SafePlan plan, FeatureTable patients, IReadOnlyList<string> factors)
    {
        var fit = CoxRegression.Fit(
            patients.Durations(plan.Outcome), patients.Events(plan.Outcome), FactorMatrix.Of(plan, patients, factors), CoxTies.Breslow);
        return new MockTreatment(plan, factors, fit.Coefficients, patients);
    }

    /// <summary>Who of these patients gets it.</summary>
    public bool[] Choose(FeatureTable patients, long seed)
    {
        var (random, predictor) = (new RandomStream(seed), Predictor(patients));
        var mean = predictor.Average();
        var spread = Math.Sqrt(predictor.Average(value => (value - mean) * (value - mean)));
        return [.. predictor.Select(value => random.NextDouble() < Probability(spread > 0 ? (mean - value) / spread : 0))];
    }

    /// <summary>Durations and events of treated patients.</summary>
    public (double[] Durations, double[] Events) Apply(FeatureTable treated, double hazardRatio)
    {
        var (durations, events) = (treated.Durations(_plan.Outcome), treated.Events(_plan.Outcome));
        if (hazardRatio == 1)
        {
            return (durations, events);
        }

        for (var row = 0; row < durations.Length; row++)
        {
            var hazard = Interpolate(durations[row], _times, _hazards) / hazardRatio;
            (durations[row], events[row]) = hazard > _hazards[^1] ? (_times[^1], 0) : (Interpolate(hazard, _hazards, _times), events[row]);
        }

        return (durations, events);
    }

    private double[] Predictor(FeatureTable patients)
    {
        var covariates = FactorMatrix.Of(_plan, patients, _factors);
        return [.. Enumerable.Range(0, patients.Count).Select(row => _coefficients.Select((beta, i) => beta * covariates[row, i]).Sum())];
    }

    private static double Probability(double outlook) => 1 / (1 + ((1 - Share) / Share * Math.Pow(Preference, -outlook)));

    // Between steps on a straight line; beyond the last as the last. Both rise strictly: each step is an event.
    private static double Interpolate(double at, double[] from, double[] to)
    {
        var found = Array.BinarySearch(from, at);
        var next = found >= 0 ? found : ~found;
        return next == from.Length ? to[^1]
            : found >= 0 ? to[next]
            : to[next - 1] + ((at - from[next - 1]) / (from[next] - from[next - 1]) * (to[next] - to[next - 1]));
    }
}
