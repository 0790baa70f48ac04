using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class CoxRegressionTests
{
    public static TheoryData<string, CoxTies> Fits => new(
        from set in GoldenSet.Names
        from ties in new[] { CoxTies.Efron, CoxTies.Breslow }
        select ((string)set.Data, ties));

    [Theory]
    [MemberData(nameof(Fits))]
    public void GivenACohort_WhenFit_ThenAgreesWithR(string set, CoxTies ties)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, covariates) = golden.Rows();
        var fit = CoxRegression.Fit(durations, events, covariates, ties);
        var key = ties == CoxTies.Efron ? "cox.efron" : "cox.breslow";
        Near.Equal(golden[key + ".coef"], fit.Coefficients, 1e-6);
        Near.Equal(golden[key + ".se"], fit.StandardErrors, 1e-6);
        Near.Equal(golden[key + ".loglik"], [fit.NullLogLikelihood, fit.LogLikelihood], 1e-8);
    }

    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    public void GivenWeightsAndTies_WhenFit_ThenCoefficientsAndRobustErrorsAgreeWithR(CoxTies ties)
    {
        var golden = GoldenFile.Read("weighting.txt")["cox"];
        var fit = CoxRegression.FitWeighted(golden["year"], golden["event"], Covariates(golden), golden["any"], ties);
        var key = ties == CoxTies.Efron ? "efron" : "breslow";
        Near.Equal(golden[key + ".coef"], fit.Coefficients, 1e-8);
        Near.Equal(golden[key + ".se"], fit.StandardErrors, 1e-8);
        Near.Equal(golden[key + ".robust"], fit.RobustErrors!, 1e-8);
    }

    [Fact]
    public void GivenOneWeightForAll_WhenFit_ThenTheCoefficientsAreThoseWithoutWeights()
    {
        var golden = GoldenFile.Read("weighting.txt")["cox"];
        var (weighted, plain) = (
            CoxRegression.FitWeighted(golden["year"], golden["event"], Covariates(golden), [.. golden["any"].Select(_ => 3.0)]),
            CoxRegression.Fit(golden["year"], golden["event"], Covariates(golden)));
        Near.Equal(plain.Coefficients, weighted.Coefficients, 1e-9);
        Assert.Null(plain.RobustErrors);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void GivenAWeightThatIsNone_WhenFit_ThenSaysSo(double weight) => Assert.Contains(
        "weights above 0", Assert.Throws<ArgumentException>(() => CoxRegression.FitWeighted([1, 2, 3], [1, 1, 0], new double[,] { { 1 }, { 2 }, { 3 } }, [1, weight, 1])).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenAConstantCovariate_WhenFit_ThenSaysSo()
    {
        var problem = Assert.Throws<ArgumentException>(() => CoxRegression.Fit([1, 2, 3], [1, 1, 0], new double[,] { { 4 }, { 4 }, { 4 } }));
        Assert.Contains("collinear or constant", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenShapesThatDiffer_WhenFit_ThenNamesBoth()
    {
        var problem = Assert.Throws<ArgumentException>(() => CoxRegression.Fit([1, 2, 3], [1, 1, 0], new double[2, 1]));
        Assert.Contains("[2, 1]", problem.Message, StringComparison.Ordinal);
    }

    private static double[,] Covariates(Dictionary<string, double[]> golden)
    {
        var covariates = new double[golden["age"].Length, 3];
        for (var row = 0; row < golden["age"].Length; row++)
        {
            (covariates[row, 0], covariates[row, 1], covariates[row, 2]) = (golden["age"][row] / 10, golden["gene"][row], golden["other"][row]);
        }

        return covariates;
    }
}
