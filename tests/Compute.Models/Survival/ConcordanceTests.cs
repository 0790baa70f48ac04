using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class ConcordanceTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenACohort_WhenHarrell_ThenAgreesWithR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, covariates) = golden.Rows();
        var result = Concordance.Harrell(durations, events, GoldenSet.Risk(covariates));
        Near.Equal(golden["concordance"], [result.C, result.StandardError, result.Concordant, result.Discordant, result.TiedRisk], 1e-8);
    }

    [Fact]
    public void GivenRandomRowsWithTies_WhenHarrell_ThenEqualsCountingAllPairs()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 50; trial++)
        {
            var n = random.Next(1, 40);
            double[] durations = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(1, 10))];
            double[] events = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(2))];
            double[] risk = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(6))];
            var result = Concordance.Harrell(durations, events, risk);
            Assert.Equal(CountPairs(durations, events, risk), (result.Concordant, result.Discordant, result.TiedRisk));
        }
    }

    [Fact]
    public void GivenNoComparablePair_WhenHarrell_ThenNaNNotAnException()
    {
        Assert.True(double.IsNaN(Concordance.Harrell([1, 2], [0, 0], [1, 2]).C));
        Assert.True(double.IsNaN(Concordance.Harrell([], [], []).C));
        Assert.True(double.IsNaN(Concordance.Harrell([3, 3], [1, 1], [1, 2]).C));
    }

    [Fact]
    public void GivenAPerfectOrder_WhenHarrell_ThenOneAndTheIntervalStaysInside()
    {
        var result = Concordance.Harrell([1, 2, 3, 4], [1, 1, 1, 0], [9, 5, 3, 1]);
        Assert.Equal(1, result.C);
        Assert.True(result.Interval(0.95) is { Lower: >= 0, Upper: <= 1 });
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void GivenARiskThatIsNotFinite_WhenHarrell_ThenNamesTheRow(double risk)
    {
        var problem = Assert.Throws<ArgumentException>(() => Concordance.Harrell([1, 2], [1, 1], [0, risk]));
        Assert.Contains("row 1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenShapesThatDiffer_WhenHarrell_ThenNamesBoth()
    {
        var problem = Assert.Throws<ArgumentException>(() => Concordance.Harrell([1, 2], [1, 1], [0]));
        Assert.Contains("[2]", problem.Message, StringComparison.Ordinal);
        Assert.Contains("[1]", problem.Message, StringComparison.Ordinal);
    }

    private static (long Concordant, long Discordant, long Tied) CountPairs(double[] t, double[] e, double[] risk)
    {
        var (concordant, discordant, tied) = (0L, 0L, 0L);
        for (var i = 0; i < t.Length; i++)
        {
            for (var j = 0; j < t.Length; j++)
            {
                if (e[i] == 1 && (t[i] < t[j] || (t[i] == t[j] && e[j] == 0)))
                {
                    concordant += risk[i] > risk[j] ? 1 : 0;
                    discordant += risk[i] < risk[j] ? 1 : 0;
                    tied += risk[i] == risk[j] ? 1 : 0;
                }
            }
        }

        return (concordant, discordant, tied);
    }
}
