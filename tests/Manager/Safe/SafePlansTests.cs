using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Manager.Safe;
using GenoMed.Fhir.Manager.Tests.Support;

namespace GenoMed.Fhir.Manager.Tests.Safe;

public sealed class SafePlansTests(Federation federation) : IClassFixture<Federation>
{
    private IReadOnlyList<string> Inputs => [.. federation.Guide.Dictionary.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)];

    [Fact]
    public async Task GivenWhatThreeNodesTell_WhenAPlanIsMade_ThenItHoldsAndSaysTheSameAfterJson()
    {
        var told = await Task.WhenAll(federation.Nodes.Select(node => node.StatisticsAsync(TestContext.Current.CancellationToken)));
        var plan = SafePlans.Of(federation.Guide, Inputs, federation.Guide.Outcome, DatasetStatistics.Combine(told));

        Assert.Equal(plan.ToJson(), SafePlan.FromJson(plan.ToJson()).ToJson());
        Assert.Contains("mut_SF3B1", plan.Genes);
        Assert.True(plan.Genes.Count < plan.Lesions.Count);
        Assert.All(plan.Edges.Values, edges => Assert.InRange(edges.Count, 1, 9));
        // About the ages of patients with MDS.
        Assert.InRange(plan.Edges["AGE"][4], 60, 80);
        Assert.Equal(20, plan.Times.Count);
        Assert.Equal(federation.Guide.Outcome, plan.Outcome);
    }

    [Fact]
    public void GivenNodesThatTellNothingOfTheOutcome_WhenAPlanIsMade_ThenItIsNamed()
    {
        var nothing = new DatasetStatistics { MinimumPatients = 10, Count = 0, Features = new Dictionary<string, FeatureStatistics>() };
        var problem = Assert.Throws<ArgumentException>(() => SafePlans.Of(federation.Guide, Inputs, federation.Guide.Outcome, nothing));
        Assert.Contains($"'{federation.Guide.Outcome}'", problem.Message, StringComparison.Ordinal);
    }
}
