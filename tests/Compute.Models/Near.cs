namespace GenoMed.Fhir.Compute.Models.Tests;

internal static class Near
{
    /// <summary>Each number within a tolerance, relative above 1.</summary>
    public static void Equal(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        var (wanted, got) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(wanted.Length, got.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            Assert.True(
                (double.IsNaN(wanted[i]) && double.IsNaN(got[i])) || Math.Abs(wanted[i] - got[i]) <= tolerance * Math.Max(1, Math.Abs(wanted[i])),
                $"[{i}]: expected {wanted[i]:R}, got {got[i]:R}");
        }
    }
}
