using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>The rows of several tables of one schema as one table, under new identifiers.</summary>
internal static class Joined
{
    public static FeatureTable Of(IReadOnlyList<FeatureTable> tables)
    {
        var schema = tables[0].Schema;
        string[] ids = [.. Enumerable.Range(1, tables.Sum(table => table.Count)).Select(row => string.Create(CultureInfo.InvariantCulture, $"row-{row:D7}"))];
        return new FeatureTable(schema, ids, schema.Features.ToDictionary(
            feature => feature.Name, feature => tables.SelectMany(table => table.Column(feature.Name).ToArray()).ToArray()));
    }
}
