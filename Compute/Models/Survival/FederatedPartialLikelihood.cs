namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The Cox loss of the pooled rows and its gradient, from one node's rows and the pooled sums: the second of the two
/// messages of an exact federated step. L = -(1/N_E) Σ_{i: e_i=1} [ f_i - log A_{t_i} ], and for a row k of any node
/// ∂L/∂f_k = (1/N_E) ( exp f_k Σ_{u ≤ t_k} d_u / A_u - e_k ); under Efron's ties the l-th of d events at u has the
/// denominator A_u - (l/d) D_u, of which an event at u is the part 1 - l/d.
/// </summary>
public static class FederatedPartialLikelihood
{
    /// <summary>L, mean over the pooled events; NaN where there is none.</summary>
    /// <param name="pooled">The sums over all nodes.</param>
    /// <param name="ties">How tied events enter.</param>
    public static double Loss(HazardTable pooled, CoxTies ties)
    {
        var value = -pooled.EventLogHazard;
        for (var t = 0; t < pooled.Times.Count; t++)
        {
            for (var l = 0; l < pooled.Events[t]; l++)
            {
                value += Math.Log(Denominator(pooled, t, l, ties));
            }
        }

        return value / pooled.Events.Sum();
    }

    /// <summary>∂L/∂f of one node's rows, [n]; with the Jacobian of f it sums over nodes to the pooled gradient. Zeros where no event is.</summary>
    /// <param name="pooled">The sums over all nodes, this one among them.</param>
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="logHazard">f, [n], as it was in the sums.</param>
    /// <param name="ties">How tied events enter.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a row's time is not in the sums.</exception>
    public static double[] Gradient(HazardTable pooled, double[] durations, double[] events, double[] logHazard, CoxTies ties)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckRisk(logHazard, durations.Length);
        var (full, own) = InverseSums(pooled, ties);
        double[] times = [.. pooled.Times];
        double count = pooled.Events.Sum();
        return [.. Enumerable.Range(0, durations.Length).Select(k => count == 0 ? 0 : Row(Find(times, durations[k], k), k) / count)];

        double Row(int t, int k) => (Math.Exp(logHazard[k]) * (events[k] == 1 ? own[t] : full[t])) - events[k];
    }

    /// <summary>Σ 1/denominator up to each time: as a censored row meets them, and as an event of that time does.</summary>
    private static (double[] Full, double[] Own) InverseSums(HazardTable pooled, CoxTies ties)
    {
        var (full, own, before) = (new double[pooled.Times.Count], new double[pooled.Times.Count], 0.0);
        for (var t = 0; t < full.Length; t++)
        {
            (full[t], own[t]) = (before, before);
            for (var l = 0; l < pooled.Events[t]; l++)
            {
                var inverse = 1 / Denominator(pooled, t, l, ties);
                full[t] += inverse;
                own[t] += (1 - Share(l, pooled.Events[t], ties)) * inverse;
            }

            before = full[t];
        }

        return (full, own);
    }

    private static double Denominator(HazardTable pooled, int t, int l, CoxTies ties) =>
        pooled.AtRisk[t] - (Share(l, pooled.Events[t], ties) * pooled.EventHazards[t]);

    private static double Share(int l, long tied, CoxTies ties) => ties == CoxTies.Efron ? l / (double)tied : 0;

    private static int Find(double[] times, double time, int row)
    {
        var found = Array.BinarySearch(times, time);
        return found >= 0 ? found : throw new ArgumentException($"Row {row} has the time {time}, which the pooled sums do not have.");
    }
}
