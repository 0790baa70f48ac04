using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Survival;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests.Survival;

public sealed class ExactCoxTests
{
    [Theory]
    [InlineData("Breslow")]
    [InlineData("Efron")]
    public void GivenThreeNodes_WhenGradient_ThenThatOfThePooledRows(string ties)
    {
        var (plan, nodes) = Federation(ties, 8);
        var state = ModelCatalog.Find("deepsurv").CreateState(plan);
        var federated = ExactCox.Gradient(plan, state, nodes);
        var central = ExactCox.Gradient(plan, state, Pooled(nodes));
        Near(central.Gradient, federated.Gradient);
        Assert.Equal(
            FederatedPartialLikelihood.Loss(central.Pooled, CoxTies.Breslow), FederatedPartialLikelihood.Loss(federated.Pooled, CoxTies.Breslow), 1e-9);
    }

    [Fact]
    public void GivenThreeNodes_WhenTwentyStepsAreTaken_ThenTheSameWeightsAsCentralised()
    {
        var (plan, nodes) = Federation("Efron", 8);
        var (federated, central) = (ModelCatalog.Find("deepsurv").CreateState(plan), ModelCatalog.Find("deepsurv").CreateState(plan));
        for (var step = 0; step < 20; step++)
        {
            federated = ExactCox.Step(federated, ExactCox.Gradient(plan, federated, nodes).Gradient, 0.1);
            central = ExactCox.Step(central, ExactCox.Gradient(plan, central, Pooled(nodes)).Gradient, 0.1);
        }

        Near(central, federated);
    }

    [Fact]
    public void GivenALinearModel_WhenItHasSettled_ThenTheCoefficientsOfCoxRegression()
    {
        var (plan, nodes) = Federation("Efron");
        var state = ModelCatalog.Find("deepsurv").CreateState(plan);
        for (var step = 0; step < 400; step++)
        {
            state = ExactCox.Step(state, ExactCox.Gradient(plan, state, nodes).Gradient, 0.8);
        }

        var rows = Pooled(nodes)["all"];
        var fit = CoxRegression.Fit(rows.Durations("OS"), rows.Events("OS"), Matrix(plan, rows));
        Assert.All(fit.Coefficients.Zip(state["layers.output.weight"].data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private static (ModelPlan Plan, IReadOnlyDictionary<string, FeatureTable> Nodes) Federation(string ties, params int[] hidden)
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan("fedavg")).Model;
        return (plan with { Options = new JsonObject { ["hidden"] = new JsonArray([.. hidden.Select(width => (JsonNode)width)]), ["ties"] = ties } }, nodes);
    }

    private static Dictionary<string, FeatureTable> Pooled(IReadOnlyDictionary<string, FeatureTable> nodes) => new()
    {
        ["all"] = new FeatureTable(Cohort.Schema, [.. nodes.Values.SelectMany(table => table.RowIds)], Cohort.Schema.Features.ToDictionary(
            feature => feature.Name, feature => nodes.Values.SelectMany(table => table.Column(feature.Name).ToArray()).ToArray())),
    };

    private static double[,] Matrix(ModelPlan plan, FeatureTable rows)
    {
        var (encoded, matrix) = (plan.CreateEncoding().Encode(rows), new double[rows.Count, plan.CreateEncoding().Width]);
        for (var i = 0; i < encoded.Length; i++)
        {
            matrix[i / matrix.GetLength(1), i % matrix.GetLength(1)] = encoded[i];
        }

        return matrix;
    }

    private static void Near(IReadOnlyDictionary<string, torch.Tensor> expected, IReadOnlyDictionary<string, torch.Tensor> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, entry => Assert.All(
            entry.Value.data<float>().ToArray().Zip(actual[entry.Key].data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6f)));
    }
}
