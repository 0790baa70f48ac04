using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy.Gates;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity;

/// <summary>Wasserstein distances against scipy (Goldens/wasserstein.py): of values, and of bins within the error that they name.</summary>
public sealed class WassersteinDistanceTests
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, double[]>> Golden = GoldenFile.Read("wasserstein.txt");

    public static TheoryData<string> Cases => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivenTwoSamples_WhenCompared_ThenTheDistanceIsThatOfScipy(string name)
    {
        var set = Golden[name];
        Assert.Equal(set["distance"][0], WassersteinDistance.Of(set["real"], set["synthetic"]), 1e-9);
        Assert.Equal(set["distance"][0], WassersteinDistance.Of([double.NaN, .. set["synthetic"]], [.. set["real"], double.NaN]), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivenTheirBins_WhenCompared_ThenTheDistanceOfTheValuesLiesWithinTheBinError(string name)
    {
        var set = Golden[name];
        var (real, synthetic) = (Table(set["real"]), Table(set["synthetic"]));
        var binned = Distance(Plan(real), real, synthetic);
        var exact = set["distance"][0] / set["deviation"][0];

        Assert.InRange(exact, binned.Value - 1e-9, binned.Value + binned.BinError + 1e-9);
        Assert.True(binned.Value > 0.95 * exact, $"{binned.Value} of {exact}");
    }

    [Fact]
    public void GivenTheMdsCohortInHalves_WhenCompared_ThenEveryNumbersDistanceLiesWithinTheBinError()
    {
        var patients = MdsCohort.Read();
        var plan = SafePlanBuilder.Of(patients, [.. patients.Schema.Features.Where(feature => feature.Type == FeatureType.Binary).Select(feature => feature.Name)], [], [], ["AGE"], "OS");
        var (first, second) = SafeReference.Halves(patients, 3);
        var distances = SafeScores.Of(plan, SafeSummary.Of(first, plan), SafeSummary.Of(second, plan)).Distances;

        Assert.Equal(["AGE", "BM_BLAST", "PB_BLAST", "WBC", "ANC", "MONOCYTES", "HB", "PLT"], distances.Keys);
        Assert.All(distances, number =>
        {
            double[] real = [.. first.Column(number.Key).ToArray().Where(value => !double.IsNaN(value))];
            var mean = real.Average();
            var exact = WassersteinDistance.Of(real, second.Column(number.Key).ToArray()) / Math.Sqrt(real.Average(value => (value - mean) * (value - mean)));
            TestContext.Current.SendDiagnosticMessage($"{number.Key} {exact:F4} in {number.Value.Value:F4} + {number.Value.BinError:F4}");
            Assert.InRange(exact, number.Value.Value - 1e-9, number.Value.Value + number.Value.BinError + 1e-9);
        });
    }

    [Fact]
    public void GivenNodes_WhenTheirSumsAreAdded_ThenTheDistanceIsThatOfThePooledPatients()
    {
        var (real, synthetic) = (Table(Golden["skewed"]["real"]), Table(Golden["skewed"]["synthetic"]));
        var plan = Plan(real);
        var nodes = SafeSummary.Sum([SafeSummary.Of(real.Select([.. Enumerable.Range(0, 100)]), plan), SafeSummary.Of(real.Select([.. Enumerable.Range(100, 160)]), plan)]);

        Assert.Equal(Distance(plan, real, synthetic).Value, SafeScores.Of(plan, nodes, SafeSummary.Of(synthetic, plan)).Distances["v"].Value, 1e-9);
    }

    [Fact]
    public void GivenABinOfFewPatients_WhenSuppressed_ThenNothingOfItIsLeft()
    {
        var real = Table(Golden["skewed"]["real"]);
        var plan = Plan(real) with { Edges = new Dictionary<string, IReadOnlyList<double>> { ["v"] = [100, 200, 900] } };
        var (all, told) = (SafeSummary.Of(real, plan), SafeSummary.Of(real, plan).Suppressed(10));

        Assert.InRange(all.Columns["v"][3], 1, 9);
        Assert.All(Enumerable.Range(0, 4), bin => Assert.Equal(told.Columns["v"][bin] == 0, told.Numbers["v"].Sums[bin] == 0 && told.Numbers["v"].Squares[bin] == 0));
        Assert.Equal(0, told.Numbers["v"].Sums[3]);
    }

    [Fact]
    public void GivenNumbersThatCannotTell_WhenCompared_ThenTheDistanceIsNotANumber()
    {
        var (real, plan) = (Table(Golden["tied"]["real"]), Plan(Table(Golden["tied"]["real"])));
        Assert.True(double.IsNaN(WassersteinDistance.Of([double.NaN], [1])));
        Assert.True(double.IsNaN(Distance(plan, real, Table([double.NaN, double.NaN])).Value));
        Assert.True(double.IsNaN(Distance(plan, Table([2, 2, 2]), real).Value));
        Assert.Equal(0, Distance(plan, real, real).Value, 12);
    }

    private static BinnedDistance Distance(SafePlan plan, FeatureTable real, FeatureTable synthetic) =>
        SafeScores.Of(plan, SafeSummary.Of(real, plan), SafeSummary.Of(synthetic, plan)).Distances["v"];

    private static SafePlan Plan(FeatureTable table) => SafePlanBuilder.Of(table, [], [], [], ["v"], "os");

    private static FeatureTable Table(double[] values) => Tables.Of(
        Tables.Schema(Tables.Number("v"), Tables.Outcome("os")), values, [.. values.SelectMany((_, row) => new[] { 1 + (row % 7), 1.0 })]);
}
