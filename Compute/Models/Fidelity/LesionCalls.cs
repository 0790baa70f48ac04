namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Which pairs of lesions come together, and which exclude each other, by Fisher's test at 5 % false discovery.</summary>
internal static class LesionCalls
{
    /// <summary>A pair that chance alone would bring together this rarely is not judged.</summary>
    public const double LeastExpected = 5;

    private const double Level = 0.05;

    /// <summary>1 together, -1 exclusive, 0 neither, for each pair; pairs that the judge (the real patients) has too few of are left out.</summary>
    public static int[] Of(IReadOnlyList<LesionPair> pairs)
    {
        var adjusted = FalseDiscovery.Adjust([.. pairs.Select(pair => pair.FisherP())]);
        return [.. pairs.Select((pair, i) => Call(pair, adjusted[i]))];
    }

    /// <summary>1 together, -1 exclusive, 0 where the adjusted p does not stand.</summary>
    public static int Call(LesionPair pair, double adjustedP) => adjustedP <= Level ? pair.Sign : 0;

    /// <summary>Of the pairs that either calls, the share that both call alike; NaN where neither calls one.</summary>
    public static double Agreement(IReadOnlyList<LesionPair> real, IReadOnlyList<LesionPair> synthetic)
    {
        int[] judged = [.. Enumerable.Range(0, real.Count).Where(i => real[i].Expected >= LeastExpected)];
        var (left, right) = (Of([.. judged.Select(i => real[i])]), Of([.. judged.Select(i => synthetic[i])]));
        var called = left.Zip(right).Where(pair => pair.First != 0 || pair.Second != 0).ToArray();
        return called.Length == 0 ? double.NaN : called.Count(pair => pair.First == pair.Second) / (double)called.Length;
    }
}
