namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Numbers to places of a drawing.</summary>
/// <param name="Low">The least number.</param>
/// <param name="High">The largest.</param>
/// <param name="From">Where the least lies.</param>
/// <param name="To">Where the largest lies.</param>
/// <param name="Logarithmic">True where a doubling is the same step everywhere.</param>
internal sealed record Axis(double Low, double High, double From, double To, bool Logarithmic = false)
{
    /// <summary>The place of a number; one beyond the ends lies at the end.</summary>
    public double At(double number)
    {
        var clamped = Math.Clamp(number, Low, High);
        var share = Logarithmic ? Math.Log(clamped / Low) / Math.Log(High / Low) : (clamped - Low) / (High - Low);
        return From + ((To - From) * share);
    }

    /// <summary>About so many round numbers from the least to the largest.</summary>
    public IEnumerable<double> Ticks(int about)
    {
        var raw = (High - Low) / about;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = new[] { 1.0, 2, 5, 10 }.Select(factor => factor * unit).First(candidate => candidate >= raw * 0.999);
        for (var tick = Math.Ceiling((Low / step) - 1e-9) * step; tick <= High + (step * 1e-6); tick += step)
        {
            // 0 is added since a negative 0 would be written as -0.
            yield return tick + 0.0;
        }
    }
}
