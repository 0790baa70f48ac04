using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>
/// DeepSurv's loss (Katzman et al., BMC Med Res Methodol 2018, eq. 4): the negative log partial likelihood of the
/// log hazards f, mean over the events,
/// L = -(1/N_E) Σ_{i: e_i=1} [ f_i - log Σ_{j: t_j ≥ t_i} exp f_j ].
/// Tied events share one risk set (Breslow), or the l-th of d has l/d of the tied ones taken out (Efron).
/// Value and gradient come from one closed form, two passes over time in float64 with every sum kept as a logarithm:
/// it is exact where f spans hundreds, and one node on the tape instead of a dozen.
/// </summary>
internal static class DeepSurvLoss
{
    /// <param name="logHazard">f, [n].</param>
    /// <param name="durations">Times, [n].</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="ties">How tied events enter.</param>
    /// <returns>Null where no event was seen: nothing to learn from.</returns>
    public static PartialLikelihoodLoss? Evaluate(
        ReadOnlySpan<float> logHazard, ReadOnlySpan<double> durations, ReadOnlySpan<double> events, CoxTies ties)
    {
        CheckShapes(logHazard.Length, durations.Length, events.Length);
        var times = TiedTimes.Ascending(durations, events);
        var count = times.Sum(time => time.Events.Length);
        if (count == 0)
        {
            return null;
        }

        var denominators = Denominators(times, logHazard, ties);
        var value = denominators.Sum(logs => logs.Sum());
        foreach (var row in times.SelectMany(time => time.Events))
        {
            value -= logHazard[row];
        }

        return new PartialLikelihoodLoss(value / count, Gradient(times, denominators, logHazard, count, ties));
    }

    /// <summary>For each time the logarithm of each of its events' denominators: passes back in time while the risk set grows.</summary>
    private static double[][] Denominators(TiedTimes[] times, ReadOnlySpan<float> f, CoxTies ties)
    {
        var denominators = new double[times.Length][];
        var atRisk = LogSum.Zero;
        for (var t = times.Length - 1; t >= 0; t--)
        {
            var tied = LogSum.Of(times[t].Events, f);
            atRisk = atRisk.Plus(tied).Plus(LogSum.Of(times[t].Censored, f));
            denominators[t] = new double[times[t].Events.Length];
            for (var l = 0; l < denominators[t].Length; l++)
            {
                denominators[t][l] = atRisk.Log + Math.Log(1 - (Share(l, denominators[t].Length, ties) * Math.Exp(tied.Log - atRisk.Log)));
            }
        }

        return denominators;
    }

    /// <summary>
    /// d L / d f_k = (1/N_E) ( exp f_k Σ 1/denominator - e_k ) over the denominators that k is part of; an event is
    /// only 1 - l/d part of its own time's.
    /// </summary>
    private static float[] Gradient(TiedTimes[] times, double[][] denominators, ReadOnlySpan<float> f, int count, CoxTies ties)
    {
        var gradient = new float[f.Length];
        var before = LogSum.Zero;
        for (var t = 0; t < times.Length; t++)
        {
            var (full, own) = (before, before);
            for (var l = 0; l < denominators[t].Length; l++)
            {
                full = full.Plus(-denominators[t][l]);
                own = own.Plus(Math.Log(1 - Share(l, denominators[t].Length, ties)) - denominators[t][l]);
            }

            Write(gradient, times[t].Events, f, own.Log, 1, count);
            Write(gradient, times[t].Censored, f, full.Log, 0, count);
            before = full;
        }

        return gradient;
    }

    private static void Write(float[] gradient, int[] rows, ReadOnlySpan<float> f, double logSum, double seen, int count)
    {
        foreach (var row in rows)
        {
            gradient[row] = (float)((Math.Exp(f[row] + logSum) - seen) / count);
        }
    }

    private static double Share(int l, int tied, CoxTies ties) => ties == CoxTies.Efron ? l / (double)tied : 0;

    private static void CheckShapes(int logHazards, int durations, int events)
    {
        if (durations != logHazards || events != logHazards)
        {
            throw new ArgumentException($"Expected durations and events [{logHazards}], got [{durations}] and [{events}].");
        }
    }
}
