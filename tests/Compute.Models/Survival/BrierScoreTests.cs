using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class BrierScoreTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenACohort_WhenScored_ThenAgreesWithTheDefinitionInR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, covariates) = golden.Rows();
        var curves = GoldenSet.Curves(durations, covariates);
        Near.Equal(golden["brier.graf"], BrierScore.At(durations, events, curves, golden["brier.times"]), 1e-8);
        Near.Equal(golden["brier.normalised"], BrierScore.At(durations, events, curves, golden["brier.times"], BrierWeights.Normalised), 1e-8);
        Near.Equal(golden["brier.integrated"], [BrierScore.Integrated(durations, events, curves)], 1e-8);
    }

    [Fact]
    public void GivenNobodyCensored_WhenScored_ThenTheMeanSquaredError() => Assert.Equal(
        [((0.3 * 0.3) + (0.2 * 0.2) + (0.4 * 0.4)) / 3],
        BrierScore.At([1, 3, 5], [1, 1, 1], new SurvivalCurves([0, 2], new[,] { { 1, 1, 1 }, { 0.3, 0.8, 0.6 } }), [2]));

    [Fact]
    public void GivenPredictionsThatAreRight_WhenIntegrated_ThenZero()
    {
        var curves = new SurvivalCurves([0, 1, 2, 3], new double[,] { { 1, 1, 1 }, { 0, 1, 1 }, { 0, 0, 1 }, { 0, 0, 0 } });
        Assert.Equal(0, BrierScore.Integrated([1, 2, 3], [1, 1, 1], curves));
    }

    [Fact]
    public void GivenOneDuration_WhenIntegrated_ThenInvalid() => Assert.Throws<ArgumentException>(
        () => BrierScore.Integrated([2, 2], [1, 1], new SurvivalCurves([0], new[,] { { 1.0, 1.0 } })));
}
