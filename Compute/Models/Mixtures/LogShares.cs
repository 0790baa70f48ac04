namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>From log densities to responsibilities.</summary>
internal static class LogShares
{
    /// <summary>In place: exp(l_k - log Σ exp l_j), with the largest taken out first.</summary>
    public static void Normalise(Span<double> logs)
    {
        var largest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            largest = Math.Max(largest, log);
        }

        var total = 0.0;
        for (var k = 0; k < logs.Length; k++)
        {
            logs[k] = Math.Exp(logs[k] - largest);
            total += logs[k];
        }

        for (var k = 0; k < logs.Length; k++)
        {
            logs[k] /= total;
        }
    }
}
