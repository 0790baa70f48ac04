using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Savae;
using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.Variational;

/// <summary>Value and gradient of each term against PyTorch's distributions (Goldens/savae_loss.py).</summary>
public sealed class LossGoldenTests
{
    private static readonly FeatureSchema Schema = Tables.Schema(
        Tables.Number("a"), Tables.Number("b"), Tables.Binary("c"), Tables.Binary("d"), Tables.Category("e", false, "x", "y", "z"), Tables.Outcome("os"));

    private static readonly ModelPlan Plan = new() { Model = "savae", Schema = Schema, Inputs = ["a", "b", "c", "d", "e"], Outcome = "os" };

    private static readonly TabularLayout Layout = new(Plan, Plan.Inputs, generative: false);

    private static SavaeOptions Options(string set) => set == "ours"
        ? new SavaeOptions()
        : new SavaeOptions { BoundedMeans = true, TightDeviations = true, BoundedWeibull = true, ReferenceTime = 30 };

    [Theory]
    [InlineData("ours")]
    [InlineData("reference")]
    public void GivenADecodersOutput_WhenTheCovariateLoss_ThenPyTorchs(string set)
    {
        var golden = GoldenFile.Read("savae_loss.txt")[set];
        using var scope = torch.NewDisposeScope();
        var output = Flat.Matrix(golden["output"], 9).requires_grad_();
        var loss = new CovariateLoss(Layout, Options(set)).Evaluate(output, Flat.Matrix(golden["values"], 7), Flat.Matrix(golden["presence"], 7));
        Check(golden, "covariates", loss, output);
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("reference")]
    public void GivenADecodersOutput_WhenTheTimeLoss_ThenPyTorchs(string set)
    {
        var golden = GoldenFile.Read("savae_loss.txt")[set];
        using var scope = torch.NewDisposeScope();
        var output = Flat.Matrix(golden["time_output"], 2).requires_grad_();
        var (logShape, logScale) = new WeibullHead(2.5, Options(set)).Of(output);
        var loss = WeibullLoss.Evaluate(logShape, logScale, Flat.Vector(golden["times"]).log(), Flat.Vector(golden["events"]));
        Check(golden, "time", loss, output);
    }

    [Fact]
    public void GivenALatentDistribution_WhenTheDivergence_ThenPyTorchs()
    {
        var golden = GoldenFile.Read("savae_loss.txt")["ours"];
        using var scope = torch.NewDisposeScope();
        var mean = Flat.Matrix(golden["mean"], 4).requires_grad_();
        Check(golden, "kl", Gaussian.Divergence(mean, Flat.Matrix(golden["log_variance"], 4)), mean);
    }

    [Fact]
    public void GivenOutputsFarOut_WhenTheTimeLoss_ThenFiniteWithAGradient()
    {
        using var scope = torch.NewDisposeScope();
        var output = Flat.Matrix([50, -50, -50, 50, 0, 0], 2).requires_grad_();
        var (logShape, logScale) = new WeibullHead(1, new SavaeOptions()).Of(output);
        var loss = WeibullLoss.Evaluate(logShape, logScale, Flat.Vector([9, -9, 0]), Flat.Vector([1, 1, 0]));
        loss.backward();
        Assert.True(double.IsFinite(loss.ToDouble()));
        Assert.All(Flat.Numbers(output.grad!), gradient => Assert.True(double.IsFinite(gradient)));
    }

    private static void Check(Dictionary<string, double[]> golden, string term, torch.Tensor loss, torch.Tensor at)
    {
        Near.Equal(golden[term], [loss.ToDouble()], 2e-5);
        loss.backward();
        Near.Equal(golden[term + "_gradient"], Flat.Numbers(at.grad!), 2e-5);
    }
}
