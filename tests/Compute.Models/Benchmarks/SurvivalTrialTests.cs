using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Benchmarks;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Benchmarks;

public sealed class SurvivalTrialTests
{
    [Theory]
    [InlineData("deepsurv", false, true)]
    [InlineData("savae", true, false)]
    public void GivenAHazardThatRisesWithX_WhenMembersAreTrainedInAnyOrder_ThenTheirMeanRanksUnseenPatientsTheSame(string model, bool curves, bool ranks)
    {
        var recipe = new SurvivalRecipe { Model = model, Epochs = 30, Members = 3, Ranks = ranks, Curves = curves, Options = new JsonObject { ["learningRate"] = 0.01 } };
        var (first, second) = (Trial(recipe), Trial(recipe));
        foreach (var member in Enumerable.Range(0, 3))
        {
            first.Train(member, TestContext.Current.CancellationToken);
        }

        Parallel.For(0, 3, member => second.Train(2 - member, TestContext.Current.CancellationToken));

        Assert.InRange(first.Concordance(), 0.75, 1);
        Assert.InRange(first.SingleConcordance(), 0.7, 1);
        Assert.Equal(first.Concordance(), second.Concordance());
    }

    [Fact]
    public void GivenAMemberThatWasNotTrained_WhenScored_ThenRefused() =>
        Assert.Throws<InvalidOperationException>(() => Trial(new SurvivalRecipe { Model = "deepsurv" }).Concordance());

    private static SurvivalTrial Trial(SurvivalRecipe recipe) => new(recipe, Renamed(Tables.Cohort(300, 1)), Renamed(Tables.Cohort(200, 2)), 5);

    private static FeatureTable Renamed(FeatureTable table) => new(
        new FeatureSchema("benchmark", "1", [.. table.Schema.Features.Select(feature => feature.Name == "os" ? feature with { Name = SurvivalTable.Outcome } : feature)]),
        table.RowIds,
        table.Schema.Features.ToDictionary(feature => feature.Name == "os" ? SurvivalTable.Outcome : feature.Name, feature => table.Column(feature.Name).ToArray()));
}
