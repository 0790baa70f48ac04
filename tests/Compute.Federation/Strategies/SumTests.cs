using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class SumTests
{
    [Fact]
    public void GivenTwoNodes_WhenAggregate_ThenWhatEachAddedIsAddedUp()
    {
        var result = StrategyCatalog.Find("sum").Aggregate(States.Round(10, 20), [States.Update("a", 30, 11, 22), States.Update("b", 1, 15, 20)]);
        Assert.Equal([16, 16, 22], States.Numbers(result));
    }

    [Fact]
    public void GivenABayesianNetworkOverThreeNodes_WhenItsRoundsTravelAsBytes_ThenTheStateEqualsTheCentralisedOne()
    {
        var nodes = Cohort.Nodes();
        var pooled = Pooled(nodes.Values);

        Assert.Equal(Run(new Dictionary<string, FeatureTable> { ["all"] = pooled }), Run(nodes));
    }

    private static byte[] Run(IReadOnlyDictionary<string, FeatureTable> nodes)
    {
        var plan = Cohort.Plan(nodes, new StrategyPlan("sum"), rounds: 3);
        return Cohort.Run(plan with { Model = plan.Model with { Model = "bayesian-network", Options = new JsonObject { ["cells"] = 20_000 } } }, nodes);
    }

    private static FeatureTable Pooled(IEnumerable<FeatureTable> tables)
    {
        var all = tables.ToArray();
        return new FeatureTable(
            all[0].Schema,
            [.. all.SelectMany(table => table.RowIds)],
            all[0].Schema.Features.ToDictionary(feature => feature.Name, feature => all.SelectMany(table => table.Column(feature.Name).ToArray()).ToArray()));
    }
}
