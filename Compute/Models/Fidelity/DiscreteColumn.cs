namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>A column as codes: discrete values in their order, numbers in ten equal bins of the real range; missing is the last code.</summary>
/// <param name="Real">[n]</param>
/// <param name="Synthetic">[m]</param>
/// <param name="Codes">How many there are.</param>
internal sealed record DiscreteColumn(int[] Real, int[] Synthetic, int Codes)
{
    private const int Bins = 10;

    public static DiscreteColumn Of(FidelityColumn column) => column.IsContinuous ? Binned(column) : Coded(column);

    private static DiscreteColumn Coded(FidelityColumn column)
    {
        double[] values = [.. column.Real.Concat(column.Synthetic).Where(value => !double.IsNaN(value)).Distinct().Order()];
        int Code(double value) => double.IsNaN(value) ? values.Length : Array.BinarySearch(values, value);
        return new DiscreteColumn([.. column.Real.Select(Code)], [.. column.Synthetic.Select(Code)], values.Length + 1);
    }

    /// <summary>Values below and above the real range have bins of their own.</summary>
    private static DiscreteColumn Binned(FidelityColumn column)
    {
        var known = column.Real.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).ToArray();
        var (low, high) = (known.Min(), known.Max());
        var width = high > low ? (high - low) / Bins : 1;
        int Code(double value) => double.IsNaN(value) ? Bins + 2
            : value < low ? 0
            : value > high ? Bins + 1
            : 1 + Math.Min(Bins - 1, (int)((value - low) / width));
        return new DiscreteColumn([.. column.Real.Select(Code)], [.. column.Synthetic.Select(Code)], Bins + 3);
    }
}
