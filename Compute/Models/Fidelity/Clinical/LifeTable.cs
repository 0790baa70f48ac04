using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// The actuarial life table of counts by period, as R's <c>KMsurv::lifetab</c>: who was last seen in a period is half at risk
/// in it; between the times S is a straight line.
/// </summary>
/// <param name="Times">Ends of the periods.</param>
/// <param name="Survival">S at each.</param>
/// <param name="Terms">d / (n (n - d)) of each period, Greenwood's; 0 where nobody is left.</param>
/// <param name="Patients">At the start.</param>
/// <param name="Events">Up to the horizon.</param>
internal sealed record LifeTable(IReadOnlyList<double> Times, double[] Survival, double[] Terms, long Patients, long Events)
{
    public static LifeTable Of(SafePlan plan, SafeSummary summary)
    {
        var (events, censored) = (summary.Events, summary.Censored);
        var patients = events.Sum() + censored.Sum();
        if (patients == 0)
        {
            throw new ArgumentException($"A summary tells of nobody's '{plan.Outcome}'.");
        }

        var (left, terms) = ((double)patients, new double[events.Length]);
        for (var period = 0; period < events.Length; period++)
        {
            var exposed = left - (censored[period] / 2.0);
            terms[period] = exposed > events[period] ? events[period] / (exposed * (exposed - events[period])) : 0;
            left -= events[period] + censored[period];
        }

        return new LifeTable(plan.Times, GroupedSurvival.Curve(summary), terms, patients, events.Sum());
    }

    /// <summary>The counts as a table of two groups for the log-rank test: the events of a period are tied at its end.</summary>
    public static RiskTable Risk(SafePlan plan, SafeSummary real, SafeSummary synthetic) => new(
        [.. plan.Times, double.MaxValue],
        [.. real.Events.Zip(synthetic.Events, (a, b) => new[] { a, b }), [0, 0]],
        [.. real.Censored.Zip(synthetic.Censored, (a, b) => new[] { a, b })]);

    public SurvivalArm Arm(double level)
    {
        var (lower, upper) = GreenwoodLimits.Of(Survival, Terms, level);
        return new SurvivalArm
        {
            Patients = Patients,
            Events = Events,
            Survival = Survival,
            Lower = lower,
            Upper = upper,
            RestrictedMean = Area(0),
            RestrictedMeanError = Math.Sqrt(Terms.Select((term, period) => term * Math.Pow(Area(period) - (Width(period) * Before(period) / 2), 2)).Sum()),
        };
    }

    // From the start of a period to the horizon.
    private double Area(int from) => Enumerable.Range(from, Survival.Length - from).Sum(period => Width(period) * (Before(period) + Survival[period]) / 2);

    private double Before(int period) => period == 0 ? 1 : Survival[period - 1];

    private double Width(int period) => Times[period] - (period == 0 ? 0 : Times[period - 1]);
}
