namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Lists for combining the parts of composites, used again by each thread: most elements come to nothing.</summary>
internal sealed class CompositeScratch
{
    [ThreadStatic]
    private static CompositeScratch? s_ofThisThread;

    public static CompositeScratch OfThisThread => s_ofThisThread ??= new CompositeScratch();

    /// <summary>The values of one part.</summary>
    public List<IndexRow> Values { get; } = [];

    /// <summary>The combinations of the parts so far.</summary>
    public List<IndexRow> Combined { get; private set; } = [];

    /// <summary>Those with the next part.</summary>
    public List<IndexRow> Next { get; private set; } = [];

    public void Advance() => (Combined, Next) = (Next, Combined);
}
