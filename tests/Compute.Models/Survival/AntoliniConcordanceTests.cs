using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class AntoliniConcordanceTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenACohort_WhenConcordance_ThenAgreesWithTheDefinitionInR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, covariates) = golden.Rows();
        var curves = GoldenSet.Curves(durations, covariates);
        double[] actual =
        [
            AntoliniConcordance.Of(durations, events, curves),
            AntoliniConcordance.Of(durations, events, curves, AntoliniTies.Paper),
        ];
        Near.Equal(golden["antolini"], actual, 1e-8);
    }

    [Fact]
    public void GivenProportionalHazardsWithoutTies_WhenConcordance_ThenHarrells()
    {
        double[] durations = [5, 2, 8, 3, 9, 1, 7, 4];
        double[] events = [1, 1, 0, 0, 1, 1, 1, 1];
        double[] logHazard = [0.1, 1.2, -0.3, 0.4, -1, 0.2, 0.5, -0.2];
        var curves = SurvivalCurves.FromBaseline(BreslowBaseline.Estimate(durations, events, logHazard), logHazard);
        Assert.Equal(Concordance.Harrell(durations, events, logHazard).C, AntoliniConcordance.Of(durations, events, curves), 12);
    }

    [Fact]
    public void GivenEventsAtTheSameTime_WhenConcordance_ThenEqualPredictionsAgreeAndOthersByHalf()
    {
        SurvivalCurves Curves(double a, double b) => new([0, 1], new[,] { { 1, 1 }, { a, b } });
        Assert.Equal(1, AntoliniConcordance.Of([1, 1], [1, 1], Curves(0.5, 0.5)));
        Assert.Equal(0.5, AntoliniConcordance.Of([1, 1], [1, 1], Curves(0.5, 0.6)));
        Assert.True(double.IsNaN(AntoliniConcordance.Of([1, 1], [1, 1], Curves(0.5, 0.6), AntoliniTies.Paper)));
    }

    [Fact]
    public void GivenNoEvent_WhenConcordance_ThenNaN() =>
        Assert.True(double.IsNaN(AntoliniConcordance.Of([1, 2], [0, 0], new SurvivalCurves([0], new[,] { { 1.0, 1.0 } }))));

    [Fact]
    public void GivenFewerCurvesThanPatients_WhenConcordance_ThenNamesBoth()
    {
        var problem = Assert.Throws<ArgumentException>(() => AntoliniConcordance.Of([1, 2], [1, 1], new SurvivalCurves([0], new[,] { { 1.0 } })));
        Assert.Contains("[2]", problem.Message, StringComparison.Ordinal);
        Assert.Contains("[1]", problem.Message, StringComparison.Ordinal);
    }
}
