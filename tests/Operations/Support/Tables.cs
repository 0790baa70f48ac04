using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Features;

namespace GenoMed.Fhir.Operations.Tests.Support;

/// <summary>Small invented cohorts: the hazard grows with x.</summary>
internal static class Tables
{
    public static FeatureSchema Schema { get; } = new("mds", "1.0.0",
    [
        new Feature { Name = "x", Type = FeatureType.Continuous, Role = FeatureRole.Input, Minimum = -10, Maximum = 10 },
        new Feature { Name = "sex", Type = FeatureType.Category, Role = FeatureRole.Input, Categories = ["female", "male"] },
        new Feature { Name = "hma", Type = FeatureType.Binary, Role = FeatureRole.Treatment },
        new Feature { Name = "score", Type = FeatureType.Continuous, Role = FeatureRole.Score },
        new Feature { Name = "os", Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Unit = "d" },
    ]);

    public static FeatureTable Cohort(int rows, int seed = 1, double eventShare = 0.7)
    {
        var random = new Random(seed);
        var x = Enumerable.Range(0, rows).Select(_ => (random.NextDouble() * 4) - 2).ToArray();
        var columns = new Dictionary<string, double[]>
        {
            ["x"] = x,
            ["sex"] = [.. x.Select((_, row) => (double)(row % 2))],
            ["hma"] = [.. x.Select((_, row) => row % 3 == 0 ? double.NaN : 1)],
            ["score"] = [.. x.Select(value => value * 2)],
            ["os"] = [.. x.SelectMany(value => new[] { 1 + (-Math.Log(1 - random.NextDouble()) * 1000 * Math.Exp(-value)), random.NextDouble() < eventShare ? 1.0 : 0.0 })],
        };
        return new FeatureTable(Schema, [.. Enumerable.Range(0, rows).Select(row => $"p{row:D4}")], columns);
    }

    public static ExtractedDataset Extracted(FeatureTable table)
        => new(table, new GenoMed.Fhir.Guides.Features.QualityReport(table.Schema.Guide, table.Schema.Version, table.Count,
            [.. table.Schema.Features.Select(feature => new GenoMed.Fhir.Guides.Features.FeatureQuality(feature.Name, table.Count, 0, 0, 0, 0, 0))]));
}
