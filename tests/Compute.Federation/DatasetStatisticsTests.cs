using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation.Tests;

public sealed class DatasetStatisticsTests
{
    private static readonly FeatureSchema Schema = new("test", "1",
    [
        new Feature { Name = "WBC", Type = FeatureType.Continuous, Role = FeatureRole.Input, Minimum = 0, Maximum = 100 },
        new Feature { Name = "AGE", Type = FeatureType.Continuous, Role = FeatureRole.Input, Minimum = 0, Maximum = 120 },
        new Feature { Name = "TP53", Type = FeatureType.Binary, Role = FeatureRole.Input },
        new Feature { Name = "CYTO", Type = FeatureType.Category, Role = FeatureRole.Input, Categories = ["Good", "Int", "Poor"], Ordered = true },
        new Feature { Name = "OS", Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Unit = "a" },
    ]);

    private static FeatureTable Table(int n, int seed)
    {
        var random = new Random(seed);
        double OrMissing(double value, double share) => random.NextDouble() < share ? double.NaN : value;
        return new FeatureTable(Schema, [.. Enumerable.Range(0, n).Select(i => i.ToString("D5", CultureInfo.InvariantCulture))], new Dictionary<string, double[]>
        {
            ["WBC"] = [.. Enumerable.Range(0, n).Select(_ => OrMissing(Math.Exp(3 * random.NextDouble()) * Math.Exp(2 * random.NextDouble()), 0.2))],
            ["AGE"] = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(40, 90))],
            ["TP53"] = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(2))],
            ["CYTO"] = [.. Enumerable.Range(0, n).Select(_ => OrMissing(random.Next(3), 0.1))],
            ["OS"] = [.. Enumerable.Range(0, n).SelectMany(_ => new[] { random.NextDouble() * 10, random.Next(2) })],
        });
    }

    [Fact]
    public void GivenThreeNodesAtKOne_WhenCombined_ThenTheStatisticsOfThePooledRows()
    {
        var pooled = Table(300, 1);
        var parts = new[] { 0..180, 180..270, 270..300 }.Select(range => DatasetStatistics.From(pooled.Select([.. Enumerable.Range(0, 300).ToArray()[range]]), 1));
        var (combined, expected) = (DatasetStatistics.Combine([.. parts]), DatasetStatistics.From(pooled, 1));
        Assert.Equal(expected.Count, combined.Count);
        foreach (var name in expected.Features.Keys)
        {
            AssertSame(expected.Features[name], combined.Features[name]);
        }
    }

    [Fact]
    public void GivenTheCombinedScaler_WhenEncoded_ThenMeanZeroAndDeviationOne()
    {
        var table = Table(500, 2);
        var scaler = DatasetStatistics.From(table).ToScaler(Schema);
        var encoding = new FeatureEncoding(Schema, ["WBC", "AGE", "TP53", "CYTO"], scaler);
        Assert.Equal(["WBC", "WBC?", "AGE", "TP53", "CYTO", "CYTO?"], encoding.ColumnNames);
        Assert.Equal(FeatureTransform.Log1p, scaler["WBC"].Transform);
        Assert.Equal(FeatureTransform.Identity, scaler["AGE"].Transform);
        var (matrix, p) = (encoding.Encode(table), encoding.Width);
        foreach (var column in new[] { 0, 2, 4 })
        {
            double[] present = [.. Enumerable.Range(0, 500).Where(i => column == 2 || matrix[(i * p) + column + 1] == 0).Select(i => (double)matrix[(i * p) + column])];
            Assert.Equal(0, present.Average(), 5);
            Assert.Equal(1, present.Average(value => value * value), 5);
        }
    }

    [Fact]
    public void GivenFewerRowsThanK_WhenCounted_ThenNothingIsTold()
    {
        var statistics = DatasetStatistics.From(Table(9, 3));
        Assert.Equal(0, statistics.Count);
        Assert.Empty(statistics.Features);
    }

    [Fact]
    public void GivenFewMissing_WhenCounted_ThenNeitherTheirNumberNorTheCountShowsThem()
    {
        var table = Table(100, 4);
        double[] wbc = [.. table.Column("WBC")];
        for (var i = 0; i < 100; i++)
        {
            wbc[i] = i < 3 ? double.NaN : i;
        }

        var changed = new FeatureTable(Schema, table.RowIds, Schema.Features.ToDictionary(feature => feature.Name, feature => feature.Name == "WBC" ? wbc : table.Column(feature.Name).ToArray()));
        var statistics = DatasetStatistics.From(changed).Features["WBC"];
        Assert.Null(statistics.Missing);
        Assert.Equal(100, statistics.Numbers!.Count);
        Assert.Equal(wbc.Skip(3).Average(), statistics.Numbers.Sum / 100, 10);
        Assert.False(DatasetStatistics.From(changed).ToScaler(Schema)["WBC"].Missing);
    }

    [Fact]
    public void GivenAFeatureThatANodeLacks_WhenCounted_ThenOnlyThatItIsMissing()
    {
        var table = Table(100, 5);
        var lacking = new FeatureTable(Schema, table.RowIds, Schema.Features.ToDictionary(
            feature => feature.Name, feature => feature.Name == "WBC" ? [.. Enumerable.Repeat(double.NaN, 100)] : table.Column(feature.Name).ToArray()));
        var combined = DatasetStatistics.Combine([DatasetStatistics.From(lacking), DatasetStatistics.From(Table(100, 6))]);
        Assert.Null(DatasetStatistics.From(lacking).Features["WBC"].Numbers);
        Assert.True(combined.Features["WBC"].Missing >= 100);
        Assert.True(combined.ToScaler(Schema)["WBC"].Missing);
    }

    [Fact]
    public void GivenARareGene_WhenCounted_ThenItsCarriersAreNotTold()
    {
        var table = Table(100, 7);
        double[] tp53 = [.. Enumerable.Range(0, 100).Select(i => i < 4 ? 1.0 : 0.0)];
        var changed = new FeatureTable(Schema, table.RowIds, Schema.Features.ToDictionary(
            feature => feature.Name, feature => feature.Name == "TP53" ? tp53 : table.Column(feature.Name).ToArray()));
        Assert.All(DatasetStatistics.From(changed).Features["TP53"].Counts!.Values, Assert.Null);
        Assert.Equal(4, DatasetStatistics.From(changed, 1).Features["TP53"].Counts!["1"]);
    }

    [Fact]
    public void GivenStatistics_WhenWrittenAsJsonAndRead_ThenTheSameScaler()
    {
        var statistics = DatasetStatistics.From(Table(200, 8));
        var read = JsonSerializer.Deserialize<DatasetStatistics>(JsonSerializer.Serialize(statistics))!;
        Assert.Equal(statistics.ToScaler(Schema).Features, read.ToScaler(Schema).Features);
    }

    [Fact]
    public void GivenAnInfiniteValue_WhenCounted_ThenTheColumnIsNamed()
    {
        var schema = new FeatureSchema("test", "1", [Schema["WBC"]]);
        var table = new FeatureTable(schema, ["a"], new Dictionary<string, double[]> { ["WBC"] = [double.PositiveInfinity] });
        Assert.Contains("'WBC'", Assert.Throws<ArgumentException>(() => DatasetStatistics.From(table, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenKBelowOne_WhenCounted_ThenInvalid() => Assert.Throws<ArgumentException>(() => DatasetStatistics.From(Table(20, 9), 0));

    [Fact]
    public void GivenNoParts_WhenCombined_ThenInvalid() => Assert.Throws<ArgumentException>(() => DatasetStatistics.Combine([]));

    private static void AssertSame(FeatureStatistics expected, FeatureStatistics actual)
    {
        Assert.Equal(expected.Missing, actual.Missing);
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal(expected.Histogram, actual.Histogram);
        Assert.Equal(expected.Numbers is null, actual.Numbers is null);
        if (expected.Numbers is { } numbers)
        {
            Assert.Equal(numbers.Count, actual.Numbers!.Count);
            Assert.Equal(1, actual.Numbers.Sum / numbers.Sum, 12);
            Assert.Equal(1, actual.Numbers.SumOfSquares / numbers.SumOfSquares, 12);
            Assert.Equal(1, actual.Numbers.SumOfCubes / numbers.SumOfCubes, 12);
            Assert.Equal(1, actual.Numbers.LogSum / numbers.LogSum, 12);
            Assert.Equal(1, actual.Numbers.LogSumOfSquares / numbers.LogSumOfSquares, 12);
        }
    }
}
