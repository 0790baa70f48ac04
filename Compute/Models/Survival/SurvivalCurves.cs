namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// Predicted survival of patients as step functions on one grid: S keeps the value of a grid time until the next
/// (right-continuous). Before the first time it has the first value, after the last the last one; a model that knows
/// S(0) = 1 puts 0 into its grid.
/// </summary>
public sealed class SurvivalCurves
{
    private readonly double[] _times;
    private readonly double[] _values;

    /// <param name="times">The grid, [m], finite, strictly ascending.</param>
    /// <param name="values">S at each time of each patient, [m, n], 0..1.</param>
    /// <exception cref="ArgumentException">Shapes differ, the grid does not ascend, or a value is not a probability.</exception>
    public SurvivalCurves(double[] times, double[,] values)
    {
        if (times.Length == 0 || values.GetLength(0) != times.Length)
        {
            throw new ArgumentException($"Expected values [{times.Length}, n] on one grid time or more, got [{values.GetLength(0)}, {values.GetLength(1)}].");
        }

        _times = times;
        _values = [.. values.Cast<double>()];
        Count = values.GetLength(1);
        CheckGrid();
        CheckValues();
    }

    /// <summary>The grid, [m].</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>Patients: n.</summary>
    public int Count { get; }

    /// <summary>S at a time, of all patients, [n].</summary>
    public ReadOnlySpan<double> At(double time)
    {
        var found = Array.BinarySearch(_times, time);
        var step = Math.Max(0, found >= 0 ? found : ~found - 1);
        return _values.AsSpan(step * Count, Count);
    }

    /// <summary>The curves of a proportional-hazards model: S(t|x) = exp(-H0(t) exp f(x)), from 0 on.</summary>
    /// <param name="baseline">H0 at the event times, ascending.</param>
    /// <param name="logHazard">f, [n].</param>
    public static SurvivalCurves FromBaseline(IReadOnlyList<BaselineHazardPoint> baseline, double[] logHazard)
    {
        BaselineHazardPoint[] points = [new(0, 0), .. baseline.Where(point => point.Time > 0)];
        var values = new double[points.Length, logHazard.Length];
        for (var t = 0; t < points.Length; t++)
        {
            for (var i = 0; i < logHazard.Length; i++)
            {
                values[t, i] = Math.Exp(-points[t].CumulativeHazard * Math.Exp(logHazard[i]));
            }
        }

        return new SurvivalCurves([.. points.Select(point => point.Time)], values);
    }

    private void CheckGrid()
    {
        for (var t = 0; t < _times.Length; t++)
        {
            if (!double.IsFinite(_times[t]) || (t > 0 && _times[t] <= _times[t - 1]))
            {
                throw new ArgumentException($"Grid time {t} is {_times[t]}: expected finite times that ascend.");
            }
        }
    }

    private void CheckValues()
    {
        var fault = Array.FindIndex(_values, value => value is not (>= 0 and <= 1));
        if (fault >= 0)
        {
            throw new ArgumentException($"Survival {_values[fault]} at grid time {fault / Count}, patient {fault % Count}: expected 0..1.");
        }
    }
}
