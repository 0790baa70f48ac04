namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>Amounts as whole numbers of the same sum: what is rounded off one goes over to the next.</summary>
internal static class WholeNumbers
{
    // A sum that is a half but for rounding errors is rounded as a half.
    private const double Crumb = 1e-9;

    /// <param name="amounts">0 or more each; a whole number together.</param>
    public static long[] Of(IReadOnlyList<double> amounts)
    {
        var (whole, sum, told) = (new long[amounts.Count], 0.0, 0L);
        for (var i = 0; i < whole.Length; i++)
        {
            sum += amounts[i];
            whole[i] = (long)Math.Floor(sum + 0.5 + Crumb) - told;
            told += whole[i];
        }

        return whole;
    }
}
