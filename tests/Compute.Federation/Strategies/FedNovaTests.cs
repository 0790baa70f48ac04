using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class FedNovaTests
{
    private static readonly IStrategy FedNova = StrategyCatalog.Find("fednova");

    [Fact]
    public void GivenUnequalSteps_WhenAggregate_ThenEachNodePullsByItsStepNotByTheirNumber()
    {
        // p = 0.5, 0.5; steps 10 and 2; effective 6: 0 + 6 (0.5 · 10/10 + 0.5 · 1/2) = 4.5, where FedAvg gives 5.5.
        var result = FedNova.Aggregate(States.Begin(FedNova, 0), [Update("a", 10, 10), Update("b", 2, 1)]);
        Assert.Equal([4.5f, 4.5f], States.Numbers(result));
    }

    [Fact]
    public void GivenEqualSteps_WhenAggregate_ThenFedAvg() =>
        Assert.Equal([3f, 3f], States.Numbers(FedNova.Aggregate(States.Begin(FedNova, 0), [Update("a", 5, 2), Update("b", 5, 4)])));

    [Fact]
    public void GivenANodeWithoutAStep_WhenAggregate_ThenItCountsAsHavingStayed() =>
        Assert.Equal([2f, 2f], States.Numbers(FedNova.Aggregate(States.Begin(FedNova, 0), [Update("a", 4, 8), Update("b", 0, 0)])));

    [Fact]
    public void GivenHalfAStep_WhenAggregate_ThenRefusedWithTheNode() => Assert.Contains(
        "b returned 0.5", Assert.Throws<ArgumentException>(() => FedNova.Aggregate(States.Begin(FedNova, 0), [Update("a", 4, 8), Update("b", 0.5, 0)])).Message, StringComparison.Ordinal);

    private static ModelUpdate Update(string node, double steps, float weight) =>
        States.Update(node, 10, weight) with { Returned = new Dictionary<string, torch.Tensor> { ["steps"] = torch.tensor(new[] { steps }) } };
}
