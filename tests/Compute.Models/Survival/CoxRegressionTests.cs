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
}
