using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Federation.Strategies;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class SimilarityTests
{
    private static readonly Similarity Strategy = new(new SimilarityOptions());

    [Fact]
    public void GivenDistributions_WhenCompared_ThenThePublishedDivergences()
    {
        // By hand: m = (.75, .25), √((ln(1/.75) + .5 ln(.5/.75) + .5 ln(.5/.25)) / 2); area |.5| + |0| of one bin.
        Assert.Equal(Math.Sqrt((Math.Log(1 / 0.75) + (0.5 * Math.Log(0.5 / 0.75)) + (0.5 * Math.Log(2))) / 2), ProfileDivergence.JensenShannon([1, 0], [0.5, 0.5]), 1e-12);
        Assert.Equal(0.5, ProfileDivergence.Wasserstein([1, 0], [0.5, 0.5]), 1e-12);
        Assert.Equal(2, ProfileDivergence.Wasserstein([1, 0, 0], [0, 0, 1]), 1e-12);
    }

    [Fact]
    public void GivenNodesThatAreAlike_WhenWeighted_ThenTheSoftmaxOfTheirShares()
    {
        double[] profile = [0, 3, 50, 30, 20];
        double[] shares = [0.6, 0.3, 0.1];
        var raised = shares.Select(Math.Exp).ToArray();
        Assert.Equal(raised.Select(value => value / raised.Sum()), Strategy.Weights([profile, profile, profile], shares), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void GivenANodeThatDiffers_WhenWeighted_ThenItCountsForLessThanOneOfItsSize()
    {
        var weights = Strategy.Weights([[0, 3, 50, 50, 0], [0, 3, 49, 51, 0], [0, 3, 5, 95, 0]], [1 / 3.0, 1 / 3.0, 1 / 3.0]);
        Assert.True(weights[2] < weights[0] && weights[2] < weights[1], string.Join(" ", weights));
        Assert.Equal(1, weights.Sum(), 1e-12);
        var proportional = new Similarity(new SimilarityOptions { Softmax = false }).Weights([[0, 3, 50, 50, 0], [0, 3, 49, 51, 0], [0, 3, 5, 95, 0]], [1 / 3.0, 1 / 3.0, 1 / 3.0]);
        Assert.True(proportional[2] < weights[2]);
    }

    [Fact]
    public void GivenProfilesOfOtherColumns_WhenCompared_ThenRefused() =>
        Assert.Throws<ArgumentException>(() => ProfileDivergence.Of([[0, 3, 1, 1, 0], [1, 3, 1, 1, 0]]));

    [Fact]
    public void GivenATable_WhenProfiled_ThenEachColumnHoldsItsPatientsAndNoSmallCell()
    {
        var (plan, table) = (Cohort.Plan(Cohort.Nodes(), new StrategyPlan("similarity")).Model, Cohort.Node(3, 60, 0.8, "x5"));
        var (all, told) = (new ColumnProfile(plan).Of(table, 1), new ColumnProfile(plan).Of(table, 10));

        Assert.Equal(new ColumnProfile(plan).Length, all.Length);
        // Six numbers and the duration: kind 1, 51 cells; the event: kind 0, 3 cells.
        Assert.Equal((7 * (2 + ColumnProfile.Bins + 1)) + 5, all.Length);
        for (var column = 0; column < 7; column++)
        {
            var at = column * (ColumnProfile.Bins + 3);
            Assert.Equal([1, ColumnProfile.Bins + 1], told[at..(at + 2)]);
            Assert.Equal(60, told[(at + 2)..(at + 3 + ColumnProfile.Bins)].Sum());
            Assert.DoesNotContain(told[(at + 2)..(at + 3 + ColumnProfile.Bins)], count => count is > 0 and < 10);
        }

        Assert.Equal(60, all[(5 * (ColumnProfile.Bins + 3)) + 2 + ColumnProfile.Bins]);
    }

    [Fact]
    public void GivenAGenerator_WhenAveraged_ThenWhatItKnowsOfPatientsIsStillThePooledMean()
    {
        var (plan, nodes) = (Generators.Plan(new StrategyPlan("similarity"), 1, "ctgan"), Cohort.Nodes());
        var (begin, plain) = (GlobalRound.InitialWeights(plan), Generators.Plan(new StrategyPlan("fedavg"), 1, "ctgan"));
        var weighted = GlobalRound.Aggregate(plan, begin, [.. nodes.Select(node => Generators.Train(plan, node.Key, node.Value, begin, 1))]);
        var alike = GlobalRound.InitialWeights(plain);
        var averaged = GlobalRound.Aggregate(plain, alike, [.. nodes.Select(node => Generators.Train(plain, node.Key, node.Value, alike, 1))]);

        Assert.Equal(Generators.Tensor(averaged, "frequencies"), Generators.Tensor(weighted, "frequencies"));
        Assert.Equal(Generators.Tensor(averaged, "mode_sums"), Generators.Tensor(weighted, "mode_sums"));
    }

    [Fact]
    public void GivenABayesianNetwork_WhenBegun_ThenTheStrategyThatSuitsIsNamed()
    {
        var plan = Generators.Plan(new StrategyPlan("similarity"), 1, "bayesian-network");
        Assert.Contains("'sum'", Assert.Throws<ArgumentException>(() => GlobalRound.InitialWeights(plan)).Message, StringComparison.Ordinal);
    }
}
