using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

/// <summary>What holds for each line of the catalogue that suits a survival model, over the bytes that travel.</summary>
public sealed class EveryStrategyTests
{
    public static TheoryData<string> Names => [.. StrategyCatalog.Suiting(ModelCatalog.Default)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenThreeUnequalNodes_WhenTrained_ThenTheModelRanksPatientsNobodyTrainedOn(string name)
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan(name));
        Assert.InRange(Cohort.C(plan, Cohort.Run(plan, nodes)), 0.70, 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenNodesInAnotherOrder_WhenTrained_ThenTheSameBytes(string name)
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan(name), rounds: 3);
        Assert.Equal(Cohort.Run(plan, nodes), Cohort.Run(plan, nodes.Reverse().ToDictionary()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenACheckpoint_WhenGoneOnFromIt_ThenTheSameBytesAsWithoutAStop(string name)
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan(name), rounds: 4);
        var half = Cohort.Run(plan with { Rounds = 2 }, nodes);
        Assert.Equal(Cohort.Run(plan, nodes), Cohort.Run(plan, nodes, half, from: 3));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenANodeThatMissesARound_WhenTrained_ThenTheRoundGoesOn(string name)
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan(name), rounds: 1);
        var first = Cohort.Run(plan, nodes.Where(node => node.Key != "south").ToDictionary());
        GlobalRound.ModelWeights(Cohort.Run(plan with { Rounds = 2 }, nodes, first, from: 2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenNoUpdate_WhenAggregated_ThenInvalid(string name) =>
        Assert.Throws<ArgumentException>(() => StrategyCatalog.Find(name).Aggregate(States.Round(0, 0), []));
}
