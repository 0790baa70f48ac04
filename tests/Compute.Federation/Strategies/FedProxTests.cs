using System.Text.Json.Nodes;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class FedProxTests
{
    [Fact]
    public void GivenAWeightThatHasMoved_WhenAdjust_ThenMuTimesTheDistanceIsAdded()
    {
        var weight = torch.tensor(new[] { 3f, 1f }).requires_grad_();
        weight.sum().backward();
        var step = StrategyCatalog.Find("fedprox", new JsonObject { ["mu"] = 0.5 }).CreateClientHalf(Contexts.Empty)!;
        step.Adjust(
            new Dictionary<string, torch.Tensor> { ["weight"] = weight },
            new Dictionary<string, torch.Tensor> { ["weight"] = torch.tensor(new[] { 1f, 1f }) });
        Assert.Equal([2f, 1f], weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void GivenUpdates_WhenAggregate_ThenAsFedAvg()
    {
        ModelUpdate[] updates = [States.Update("a", 30, 1, 2), States.Update("b", 10, 5, -2)];
        Assert.Equal(
            States.Numbers(StrategyCatalog.Find("fedavg").Aggregate(States.Round(0, 0), updates)),
            States.Numbers(StrategyCatalog.Find("fedprox").Aggregate(States.Round(0, 0), updates)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void GivenAMuOutOfRange_WhenFound_ThenRefused(double mu) =>
        Assert.Throws<ArgumentException>(() => StrategyCatalog.Find("fedprox", new JsonObject { ["mu"] = mu }));
}
