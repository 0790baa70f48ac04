namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The time-dependent concordance of Antolini, Boracchi, Biganzoli (Stat. Med. 2005): of the pairs whose order in time
/// is known, the share where the one who fails first has the lower predicted survival at that time,
/// P( S(t_i|x_i) &lt; S(t_i|x_j) | t_i &lt; t_j, e_i = 1 ). For proportional hazards it is Harrell's C. O(n²).
/// </summary>
public static class AntoliniConcordance
{
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="curves">Predicted survival of the same n patients.</param>
    /// <param name="ties">How equal times and predictions count.</param>
    /// <returns>0..1; NaN where no pair is comparable.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or a value is not as described.</exception>
    public static double Of(double[] durations, double[] events, SurvivalCurves curves, AntoliniTies ties = AntoliniTies.Adjusted)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckCurves(curves, durations.Length);
        var (concordant, comparable) = (0.0, 0.0);
        foreach (var i in Enumerable.Range(0, durations.Length).Where(i => events[i] == 1))
        {
            var pairs = Against(i, durations, events, curves.At(durations[i]), ties);
            concordant += pairs.Concordant;
            comparable += pairs.Comparable;
        }

        return concordant / comparable;
    }

    private static (double Concordant, double Comparable) Against(
        int i, double[] durations, double[] events, ReadOnlySpan<double> survival, AntoliniTies ties)
    {
        var (concordant, comparable) = (0.0, 0.0);
        for (var j = 0; j < durations.Length; j++)
        {
            if (j == i || durations[j] < durations[i])
            {
                continue;
            }

            var weight = Weight(durations[j] == durations[i], events[j] == 1, ties);
            comparable += weight;
            concordant += weight * Agreement(survival[i], survival[j], durations[j] == durations[i] && events[j] == 1, ties);
        }

        return (concordant, comparable);
    }

    // An adjusted pair of equal times is met from both sides. Two events are both visited as i; of an event and a
    // censored one only the event is, so that this visit counts twice.
    private static double Weight(bool sameTime, bool otherSeen, AntoliniTies ties) => (sameTime, otherSeen, ties) switch
    {
        (true, true, AntoliniTies.Paper) => 0,
        (true, false, AntoliniTies.Adjusted) => 2,
        _ => 1,
    };

    private static double Agreement(double own, double other, bool bothEvents, AntoliniTies ties) => ties switch
    {
        AntoliniTies.Paper => own < other ? 1 : 0,
        _ when bothEvents => own == other ? 1 : 0.5,
        _ when own == other => 0.5,
        _ => own < other ? 1 : 0,
    };
}
