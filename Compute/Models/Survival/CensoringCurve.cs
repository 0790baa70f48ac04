namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>G: the Kaplan-Meier estimate of not yet being censored, with censoring as the event.</summary>
internal sealed class CensoringCurve
{
    private readonly double[] _times;
    private readonly double[] _values;

    public CensoringCurve(double[] durations, double[] events)
    {
        var curve = KaplanMeier.Estimate(durations, [.. events.Select(seen => 1 - seen)]);
        _times = [.. curve.Select(point => point.Time)];
        _values = [.. curve.Select(point => point.Survival)];
    }

    /// <summary>G(t).</summary>
    public double At(double time)
    {
        var found = Array.BinarySearch(_times, time);
        return Step(found >= 0 ? found : ~found - 1);
    }

    /// <summary>G(t-), just before.</summary>
    public double Before(double time)
    {
        var found = Array.BinarySearch(_times, time);
        return Step((found >= 0 ? found : ~found) - 1);
    }

    private double Step(int index) => index < 0 ? 1 : _values[index];
}
