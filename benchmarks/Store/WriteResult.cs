namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>How fast a store wrote, beside the bare driver in the same run.</summary>
/// <param name="Engine">sqlite or postgres.</param>
/// <param name="Shape">transactions (of 100 resources, several clients at once) or import (one stream, commits of 5,000).</param>
/// <param name="Resources">How many were written.</param>
/// <param name="RowsPerResource">Rows of all tables, index rows included.</param>
/// <param name="StorePerSecond">Resources a second through the store: parsed, indexed, written and flushed.</param>
/// <param name="BarePerSecond">Resources a second of the driver that writes the same rows with the same commits.</param>
internal sealed record WriteResult(string Engine, string Shape, int Resources, double RowsPerResource, double StorePerSecond, double BarePerSecond)
{
    /// <summary>How much longer the store takes; the aim is 3 at most.</summary>
    public double Ratio => BarePerSecond / StorePerSecond;
}
