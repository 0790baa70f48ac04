using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class SurvivalCurvesTests
{
    private static readonly SurvivalCurves Curves = new([1, 3], new[,] { { 0.9, 0.8 }, { 0.5, 0.4 } });

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(1, 0.9)]
    [InlineData(2.9, 0.9)]
    [InlineData(3, 0.5)]
    [InlineData(99, 0.5)]
    public void GivenATime_WhenAt_ThenTheStepThatHoldsThere(double time, double expected) => Assert.Equal(expected, Curves.At(time)[0]);

    [Fact]
    public void GivenTimesThatDoNotAscend_WhenMade_ThenNamesTheTime() =>
        Assert.Contains("Grid time 1", Assert.Throws<ArgumentException>(() => new SurvivalCurves([1, 1], new double[2, 1])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.01)]
    [InlineData(-0.1)]
    public void GivenAValueThatIsNoProbability_WhenMade_ThenNamesThePatient(double value) => Assert.Contains(
        "patient 1", Assert.Throws<ArgumentException>(() => new SurvivalCurves([1], new[,] { { 0.5, value } })).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenShapesThatDiffer_WhenMade_ThenNamesBoth() => Assert.Contains(
        "[3, 1]", Assert.Throws<ArgumentException>(() => new SurvivalCurves([1, 2], new double[3, 1])).Message, StringComparison.Ordinal);
}
