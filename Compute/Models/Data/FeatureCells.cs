namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>One feature's numbers in one row.</summary>
internal static class FeatureCells
{
    /// <summary>False where one of them is missing.</summary>
    /// <exception cref="ArgumentException">One is infinite; the message names column and row.</exception>
    public static bool IsPresent(string feature, ReadOnlySpan<double> values, int row)
    {
        foreach (var value in values)
        {
            if (double.IsInfinity(value))
            {
                throw new ArgumentException($"Column '{feature}' is infinite in row {row}.");
            }

            if (double.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }
}
