namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Power sums of one feature's numbers over patients.</summary>
public sealed record NumberStatistics
{
    /// <summary>How many patients the sums stand for.</summary>
    public required int Count { get; init; }

    /// <summary>Σ x</summary>
    public required double Sum { get; init; }

    /// <summary>Σ x²</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>Σ x³</summary>
    public required double SumOfCubes { get; init; }

    /// <summary>Σ log(1 + max(0, x))</summary>
    public required double LogSum { get; init; }

    /// <summary>Σ log²(1 + max(0, x))</summary>
    public required double LogSumOfSquares { get; init; }

    internal double Mean => Sum / Count;

    internal double Variance => Math.Max(0, (SumOfSquares / Count) - (Mean * Mean));

    internal double LogMean => LogSum / Count;

    internal double LogVariance => Math.Max(0, (LogSumOfSquares / Count) - (LogMean * LogMean));

    /// <summary>The third standardised moment; 0 for a constant.</summary>
    internal double Skewness => Variance <= 1e-12 * Mean * Mean
        ? 0
        : ((SumOfCubes / Count) - (3 * Mean * Variance) - (Mean * Mean * Mean)) / Math.Pow(Variance, 1.5);

    internal static NumberStatistics Of(IReadOnlyCollection<double> values) => new()
    {
        Count = values.Count,
        Sum = values.Sum(),
        SumOfSquares = values.Sum(x => x * x),
        SumOfCubes = values.Sum(x => x * x * x),
        LogSum = values.Sum(Log),
        LogSumOfSquares = values.Sum(x => Log(x) * Log(x)),
    };

    internal static NumberStatistics? Combine(IReadOnlyList<NumberStatistics> parts) => parts.Count == 0 ? null : new()
    {
        Count = parts.Sum(part => part.Count),
        Sum = parts.Sum(part => part.Sum),
        SumOfSquares = parts.Sum(part => part.SumOfSquares),
        SumOfCubes = parts.Sum(part => part.SumOfCubes),
        LogSum = parts.Sum(part => part.LogSum),
        LogSumOfSquares = parts.Sum(part => part.LogSumOfSquares),
    };

    /// <summary>The same moments for another count: hides how many values were missing.</summary>
    internal NumberStatistics StandingFor(int count)
    {
        var factor = (double)count / Count;
        return count == Count ? this : new()
        {
            Count = count,
            Sum = Sum * factor,
            SumOfSquares = SumOfSquares * factor,
            SumOfCubes = SumOfCubes * factor,
            LogSum = LogSum * factor,
            LogSumOfSquares = LogSumOfSquares * factor,
        };
    }

    private static double Log(double x) => Math.Log(1 + Math.Max(0, x));
}
