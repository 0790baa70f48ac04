using GenoMed.Fhir.Compute.Models.DeepSurv;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.DeepSurv;

public sealed class DeepSurvLossTests
{
    public static TheoryData<string> Cases => [.. GoldenFile.Read("deepsurv_loss.txt").Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivenABatch_WhenEvaluate_ThenValueAndGradientAgreeWithPyTorch(string name)
    {
        var golden = GoldenFile.Read("deepsurv_loss.txt")[name];
        var ties = name.EndsWith("efron", StringComparison.Ordinal) ? CoxTies.Efron : CoxTies.Breslow;
        var loss = DeepSurvLoss.Evaluate([.. golden["f"].Select(f => (float)f)], golden["durations"], golden["events"], ties);
        Assert.NotNull(loss);
        Near.Equal(golden["loss"], [loss.Value], 1e-12);
        Near.Equal(golden["gradient"], loss.Gradient.Select(gradient => (double)gradient), 1e-7);
    }

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    public void GivenABatchWithoutEvents_WhenEvaluate_ThenNothingToLearn(CoxTies ties) =>
        Assert.Null(DeepSurvLoss.Evaluate([1, 2], [3, 4], [0, 0], ties));

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    public void GivenASingleRow_WhenEvaluate_ThenZeroLossAndZeroGradient(CoxTies ties)
    {
        var loss = DeepSurvLoss.Evaluate([3.5f], [2], [1], ties);
        Assert.Equal(0, loss!.Value, 12);
        Assert.Equal(0, loss.Gradient[0], 6);
    }

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    public void GivenHazardsThatSpanThousands_WhenEvaluate_ThenFinite(CoxTies ties)
    {
        var loss = DeepSurvLoss.Evaluate([-3000, 3000, -3000, 0], [1, 1, 2, 3], [1, 1, 1, 1], ties);
        Assert.True(double.IsFinite(loss!.Value));
        Assert.All(loss.Gradient, gradient => Assert.True(float.IsFinite(gradient)));
    }

    [Fact]
    public void GivenACoxFit_WhenEvaluateAtItsCoefficients_ThenTheLossIsItsMeanLogLikelihood()
    {
        double[] durations = [3, 1, 4, 1, 5, 9, 2, 6];
        double[] events = [1, 1, 0, 1, 1, 0, 1, 1];
        var x = new double[,] { { 0.3 }, { 1.2 }, { -0.7 }, { 0.4 }, { -0.2 }, { -1.1 }, { -0.3 }, { 0.1 } };
        var fit = CoxRegression.Fit(durations, events, x);
        float[] f = [.. Enumerable.Range(0, 8).Select(i => (float)(x[i, 0] * fit.Coefficients[0]))];
        // The regression centres its covariates, which shifts f and leaves the likelihood as it is.
        Assert.Equal(-fit.LogLikelihood / 6, DeepSurvLoss.Evaluate(f, durations, events, CoxTies.Efron)!.Value, 6);
    }

    [Fact]
    public void GivenShapesThatDiffer_WhenEvaluate_ThenNamesThem()
    {
        var problem = Assert.Throws<ArgumentException>(() => DeepSurvLoss.Evaluate([1, 2], [1], [1, 0], CoxTies.Breslow));
        Assert.Contains("[2]", problem.Message, StringComparison.Ordinal);
    }
}
