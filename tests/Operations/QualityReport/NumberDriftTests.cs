using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.QualityReport;

namespace GenoMed.Fhir.Operations.Tests.QualityReport;

/// <summary>The population stability index of numbers, against its definition.</summary>
public sealed class NumberDriftTests
{
    private static readonly Feature Hb = new() { Name = "HB", Type = FeatureType.Continuous, Role = FeatureRole.Input };

    [Fact]
    public void GivenTheSameTable_WhenCompared_ThenNothingDrifted()
        => Assert.Equal(0, Drift(Numbers(500, 9, 1), Numbers(500, 9, 1), 10));

    [Fact]
    public void GivenADrawOfTheSameDistribution_WhenCompared_ThenItIsStable_AndOneMovedByAStandardDeviationIsNot()
    {
        Assert.InRange(Drift(Numbers(2000, 9, 1), Numbers(2000, 9, 2), 10)!.Value, 0, 0.1);
        Assert.InRange(Drift(Numbers(2000, 10, 1), Numbers(2000, 9, 2), 10)!.Value, 0.5, 2);
    }

    /// <summary>Baseline: ten values in each decile. Now: 20 in each of the lower five, none above. By hand: 5 × [(20.5 − 10.5)/105 × ln(20.5/10.5) + (0.5 − 10.5)/105 × ln(0.5/10.5)].</summary>
    [Fact]
    public void GivenCountsByHand_WhenCompared_ThenTheIndexIsItsFormula()
    {
        var now = Enumerable.Range(0, 100).Select(i => (double)(i % 50));
        var then = Enumerable.Range(0, 100).Select(i => (double)i);
        var expected = 5 * ((10.0 / 105 * Math.Log(20.5 / 10.5)) - (10.0 / 105 * Math.Log(0.5 / 10.5)));

        Assert.Equal(expected, Drift(now, then, 1)!.Value, 4);
    }

    [Fact]
    public void GivenOnePatientFarOut_WhenTheMinimumIsTen_ThenItsBinIsJoinedToTheNext()
    {
        var then = Numbers(500, 9, 3).Select(value => Math.Min(value, 20)).ToArray();
        double[] Now(double last) => [.. then.Where(value => value < then.Order().ElementAt(200)), last];

        // The last bin with one patient joins the one before, which the other table alone fills: as if it had eleven bins' width.
        Assert.NotEqual(Drift(Now(100), then, 1), Drift(Now(100), then, 10));
        Assert.NotEqual(Drift(Now(0), then, 1), Drift(Now(100), then, 1));
    }

    [Fact]
    public void GivenFewPatients_WhenCompared_ThenNothingIsTold() => Assert.Null(Drift(Numbers(9, 9, 1), Numbers(500, 9, 1), 10));

    [Fact]
    public void GivenAColumnWithoutValues_WhenCompared_ThenNothingIsTold() => Assert.Null(Drift([double.NaN], Numbers(500, 9, 1), 0));

    private static double? Drift(IEnumerable<double> now, IEnumerable<double> then, int minimum) => NumberDrift.Of(Hb, Table([.. now]), Table([.. then]), minimum);

    private static FeatureTable Table(double[] values)
        => new(new FeatureSchema("mds", "1", [Hb]), [.. values.Select((_, i) => $"p{i:D5}")], new Dictionary<string, double[]> { ["HB"] = values });

    /// <summary>Normal of standard deviation 1 around a mean.</summary>
    private static double[] Numbers(int count, double mean, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => mean + (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }
}
