using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests;

public sealed class UpdateGuardTests
{
    private static readonly IReadOnlyDictionary<string, torch.Tensor> Global = States.Of(1, 2);

    [Fact]
    public void GivenAnUpdateThatFits_WhenGuarded_ThenNoRefusal() => Assert.Null(UpdateGuard.Refusal(Global, States.Update("a", 1, 3, 4)));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void GivenANumberThatIsNotFinite_WhenGuarded_ThenTheTensorIsNamed(float number) =>
        Assert.Contains("'weight' has a number that is not finite", UpdateGuard.Refusal(Global, States.Update("a", 1, 0, number)), StringComparison.Ordinal);

    [Fact]
    public void GivenAMissingTensor_WhenGuarded_ThenNamed()
    {
        var update = States.Update("a", 1, 0, 0) with { State = new Dictionary<string, torch.Tensor> { ["bias"] = torch.zeros(1) } };
        Assert.Equal("tensor 'weight' is missing", UpdateGuard.Refusal(Global, update));
    }

    [Fact]
    public void GivenAnExtraTensor_WhenGuarded_ThenNamed()
    {
        var update = States.Update("a", 1, 0, 0);
        update = update with { State = new Dictionary<string, torch.Tensor>(update.State) { ["payload"] = torch.zeros(1) } };
        Assert.Equal("tensor 'payload' is not in the model", UpdateGuard.Refusal(Global, update));
    }

    [Fact]
    public void GivenAnotherShape_WhenGuarded_ThenBothAreTold() =>
        Assert.Equal("tensor 'weight': expected Float32 [1, 2], got Float32 [1, 3]", UpdateGuard.Refusal(Global, States.Update("a", 1, 0, 0, 0)));

    [Fact]
    public void GivenAnotherElementType_WhenGuarded_ThenBothAreTold()
    {
        var update = States.Update("a", 1, 0, 0);
        update = update with { State = new Dictionary<string, torch.Tensor>(update.State) { ["bias"] = torch.zeros([1], torch.float64) } };
        Assert.Equal("tensor 'bias': expected Float32 [1], got Float64 [1]", UpdateGuard.Refusal(Global, update));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void GivenNoPatients_WhenGuarded_ThenRefused(int numExamples) =>
        Assert.Contains("numExamples", UpdateGuard.Refusal(Global, States.Update("a", numExamples, 0, 0)), StringComparison.Ordinal);
}
