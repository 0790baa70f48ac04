namespace GenoMed.Fhir.Compute.Models.Tests;

public sealed class CosineDecayTests
{
    // PyTorch's CosineAnnealingLR(T_max=4, eta_min=1e-4) from a step size of 1e-3.
    [Theory]
    [InlineData(1, 0.001)]
    [InlineData(2, 0.000868198051533946)]
    [InlineData(3, 0.00055)]
    [InlineData(4, 0.0002318019484660537)]
    [InlineData(5, 0.0001)]
    public void GivenFiveRounds_WhenTheStepSizeFalls_ThenItIsPyTorchsCosine(int round, double rate) =>
        Assert.Equal(rate, CosineDecay.Rate(1e-3, 0.1, round, 5), 1e-15);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 0)]
    public void GivenOneRoundOrNone_WhenTheStepSizeFalls_ThenItIsTheFirst(int round, int rounds) =>
        Assert.Equal(1e-3, CosineDecay.Rate(1e-3, 0.1, round, rounds));

    [Fact]
    public void GivenARoundAfterTheLast_WhenTheStepSizeFalls_ThenItStaysAtTheEnd() =>
        Assert.Equal(1e-4, CosineDecay.Rate(1e-3, 0.1, 8, 5), 1e-15);
}
