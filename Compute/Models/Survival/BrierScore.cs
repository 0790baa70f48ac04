namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The Brier score under censoring (Graf, Schmoor, Sauerbrei, Schumacher, Stat. Med. 1999): the squared difference
/// between S(t|x) and being alive at t, weighted by the inverse probability of not being censored,
/// BS(t) = (1/n) Σ [ S(t|x)² 1{T ≤ t, e = 1} / G(T-) + (1 - S(t|x))² 1{T &gt; t} / G(t) ];
/// integrated over time and divided by the range, IBS. Lower is better; 0.25 is a coin.
/// </summary>
public static class BrierScore
{
    /// <summary>BS at each time, [m].</summary>
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="curves">Predicted survival of the same n patients.</param>
    /// <param name="times">Where it is asked for, [m].</param>
    /// <param name="weights">How patients are weighted.</param>
    /// <exception cref="ArgumentException">Shapes differ, or a value is not as described.</exception>
    public static double[] At(
        double[] durations, double[] events, SurvivalCurves curves, IReadOnlyList<double> times, BrierWeights weights = BrierWeights.Graf)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckCurves(curves, durations.Length);
        var censoring = new CensoringCurve(durations, events);
        double[] ofEvents = [.. durations.Select(time => weights == BrierWeights.Graf ? censoring.Before(time) : censoring.At(time))];
        return [.. times.Select(time => Score(durations, events, curves.At(time), time, ofEvents, censoring.At(time), weights))];
    }

    /// <summary>IBS on equally spaced times from the smallest duration to the largest, by the trapezoidal rule.</summary>
    /// <param name="durations">Times, [n], finite, not all the same.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="curves">Predicted survival of the same n patients.</param>
    /// <param name="points">Of the grid, 2 or more.</param>
    /// <param name="weights">How patients are weighted.</param>
    /// <exception cref="ArgumentException">As for <see cref="At"/>; or fewer than two distinct durations or points.</exception>
    public static double Integrated(
        double[] durations, double[] events, SurvivalCurves curves, int points = 100, BrierWeights weights = BrierWeights.Graf)
    {
        if (points < 2 || durations.Distinct().Take(2).Count() < 2)
        {
            throw new ArgumentException($"The integral needs two points and two distinct durations or more, got {points} points and durations [{durations.Length}].");
        }

        // The end is taken as it is: a rounded one might lie before the last event.
        var (start, end) = (durations.Min(), durations.Max());
        double[] grid = [.. Enumerable.Range(0, points - 1).Select(i => start + ((end - start) * i / (points - 1))), end];
        var scores = At(durations, events, curves, grid, weights);
        return (scores.Sum() - ((scores[0] + scores[^1]) / 2)) / (points - 1);
    }

    private static double Score(
        double[] durations, double[] events, ReadOnlySpan<double> survival, double time, double[] ofEvents, double uncensored, BrierWeights weights)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < durations.Length; i++)
        {
            var alive = durations[i] > time;
            if (alive || events[i] == 1)
            {
                var weight = 1 / (alive ? uncensored : ofEvents[i]);
                sum += weight * Math.Pow((alive ? 1 : 0) - survival[i], 2);
                total += weight;
            }
        }

        return sum / (weights == BrierWeights.Graf ? durations.Length : total);
    }
}
