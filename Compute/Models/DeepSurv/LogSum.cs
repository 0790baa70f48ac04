namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>A sum of exponentials, kept as its logarithm.</summary>
/// <param name="Log">log Σ exp; minus infinity for the empty sum.</param>
internal readonly record struct LogSum(double Log)
{
    public static LogSum Zero { get; } = new(double.NegativeInfinity);

    public static LogSum Of(int[] rows, ReadOnlySpan<float> values)
    {
        var sum = Zero;
        foreach (var row in rows)
        {
            sum = sum.Plus(values[row]);
        }

        return sum;
    }

    public LogSum Plus(LogSum other) => Plus(other.Log);

    /// <summary>With exp(logTerm) added.</summary>
    public LogSum Plus(double logTerm)
    {
        var (low, high) = Log < logTerm ? (Log, logTerm) : (logTerm, Log);
        return double.IsNegativeInfinity(low) ? new(high) : new(high + Math.Log(1 + Math.Exp(low - high)));
    }
}
