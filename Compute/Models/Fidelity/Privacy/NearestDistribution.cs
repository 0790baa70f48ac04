namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>How near the rows of one table are to those of another.</summary>
/// <param name="Dcr">Distance to the closest record, 0..1.</param>
/// <param name="Nndr">Distance to the closest over that to the second closest record, 0..1; low where rows point to one patient.</param>
/// <param name="Copies">Rows at distance 0 of a record.</param>
public sealed record NearestDistribution(DistanceDistribution Dcr, DistanceDistribution Nndr, Proportion Copies)
{
    /// <summary>All nodes' rows together.</summary>
    public static NearestDistribution Sum(IReadOnlyList<NearestDistribution> parts) => new(
        DistanceDistribution.Sum([.. parts.Select(part => part.Dcr)]),
        DistanceDistribution.Sum([.. parts.Select(part => part.Nndr)]),
        Proportion.Sum([.. parts.Select(part => part.Copies)]));

    internal static NearestDistribution Of(MixedRows queries, MixedRows references, PrivacyReportOptions options, CancellationToken cancellationToken)
    {
        var nearest = NearestRecords.Of(queries, references, 2, cancellationToken: cancellationToken);
        var rows = Enumerable.Range(0, queries.Count);
        double[] distances = [.. rows.Select(nearest.Nearest)];
        return new NearestDistribution(
            DistanceDistribution.Of(distances, options.Level, options.MinimumCell),
            DistanceDistribution.Of([.. rows.Select(nearest.Ratio)], options.Level, options.MinimumCell),
            Proportion.Of(distances.Count(distance => distance == 0), queries.Count, options.Level));
    }
}
