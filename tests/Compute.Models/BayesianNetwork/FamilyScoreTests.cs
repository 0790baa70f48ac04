using GenoMed.Fhir.Compute.Models.BayesianNetwork;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

public sealed class FamilyScoreTests
{
    public static TheoryData<string> Sets => [.. GoldenFile.Read("networks.txt").Keys];

    public static TheoryData<string> SetsWithParents =>
        [.. GoldenFile.Read("networks.txt").Where(set => set.Value["parents"].Length > 0).Select(set => set.Key)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenAFamily_WhenScored_ThenAgreesWithAnIndependentComputation(string set)
    {
        var golden = GoldenFile.Read("networks.txt")[set];
        var table = Cache(golden)[new Family((int)golden["child"][0], golden["parents"].Select(parent => (int)parent))];

        Near.Equal(golden["bic"], [FamilyScore.Of(NetworkScore.Bic, table, 10)], 1e-11);
        Near.Equal(golden["bdeu"], [FamilyScore.Of(NetworkScore.Bdeu, table, 10)], 1e-10);
        Near.Equal(golden["k2"], [FamilyScore.Of(NetworkScore.K2, table, 10)], 1e-10);
    }

    [Theory]
    [MemberData(nameof(SetsWithParents))]
    public void GivenTwoVariablesAndConditions_WhenTested_ThenPAgreesWithAnIndependentComputation(string set)
    {
        var golden = GoldenFile.Read("networks.txt")[set];
        int[] parents = [.. golden["parents"].Select(parent => (int)parent)];
        var tests = new PcTests((int)golden["child"][0], parents[0], [parents[1..]]);
        Assert.True(tests.Next());

        Near.Equal(golden["p"], [tests.PValue(Cache(golden))], 1e-10);
    }

    [Fact]
    public void GivenFourRows_WhenScored_ThenAsComputedByHand()
    {
        // Parent 0,0,1,1 and child 0,1,1,1.
        var table = new FamilyTable([1, 1, 0, 2], 2);

        // Log-likelihood 2 ln ½ + 2 ln 1; two free parameters at ½ ln 4 each.
        Assert.Equal((2 * Math.Log(0.5)) - Math.Log(4), FamilyScore.Of(NetworkScore.Bic, table, 1), 1e-12);
        // K2: (1! 1! / 3!) (0! 2! / 3!) = 1/6 · 1/3.
        Assert.Equal(Math.Log(1.0 / 18), FamilyScore.Of(NetworkScore.K2, table, 1), 1e-12);
        // BDeu, a = 4: one pseudo-count a cell, the same as K2.
        Assert.Equal(Math.Log(1.0 / 18), FamilyScore.Of(NetworkScore.Bdeu, table, 4), 1e-12);
    }

    private static CountCache Cache(Dictionary<string, double[]> golden)
    {
        NetworkVariable[] variables = [.. golden["states"].Select((states, v) => new NetworkVariable($"v{v}", (int)states))];
        var columns = variables.Select((_, v) => golden["rows"].Where((_, at) => at % variables.Length == v).Select(state => (int)state).ToArray());
        return new CountCache(variables, [new DiscreteRows(variables, [.. columns])]);
    }
}
