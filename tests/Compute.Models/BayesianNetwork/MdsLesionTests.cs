using System.Globalization;
using GenoMed.Fhir.Compute.Models.BayesianNetwork;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

/// <summary>The genes of the public MDS cohort: does the network keep which of them go together?</summary>
public sealed class MdsLesionTests
{
    private static readonly IGenerator Model = (IGenerator)ModelCatalog.Find("bayesian-network");

    private static readonly string[] Derived = ["mut_TP53mono", "mut_TP53multi", "mut_TET2bi", "mut_TET2other"];

    [Fact]
    public void GivenTheGenesOfTheCohort_WhenGenerated_ThenTheirCorrelationReaches85PercentOfTwoRealHalves()
    {
        var cohort = Genes();
        int[] order = [.. Enumerable.Range(0, cohort.Count)];
        new Random(1).Shuffle(order);
        var training = cohort.Select(order[..(order.Length * 4 / 5)]);
        var (first, second) = (cohort.Select(order[..(order.Length / 2)]), cohort.Select(order[(order.Length / 2)..]));
        string[] genes = [.. cohort.Schema.Features.Select(feature => feature.Name)];

        var ceiling = PhiMatrix.Correlation(first, second, genes);
        var reached = PhiMatrix.Correlation(training, Generated(training), genes);

        Assert.Equal(27, genes.Length);
        Assert.InRange(ceiling, 0.75, 0.95);
        Assert.True(reached >= 0.85 * ceiling, $"{reached:F3} of {ceiling:F3}");
    }

    [Fact]
    public void GivenTheCohortOver60_30_10_WhenLearned_ThenGraphAndTablesEqualTheCentralisedOnes()
    {
        var cohort = Genes();
        var (first, second) = (cohort.Count * 6 / 10, cohort.Count * 9 / 10);
        var central = BayesianNetworkModel.Network(Plan(cohort), Learned(cohort));
        var federated = BayesianNetworkModel.Network(Plan(cohort), Learned(
            cohort.Select([.. Enumerable.Range(0, first)]),
            cohort.Select([.. Enumerable.Range(first, second - first)]),
            cohort.Select([.. Enumerable.Range(second, cohort.Count - second)])));

        Assert.Equal(central.Edges, federated.Edges);
        Assert.All(Enumerable.Range(0, central.Variables.Count), v => Assert.Equal(central.Probabilities(v), federated.Probabilities(v)));
    }

    private static FeatureTable Generated(FeatureTable training) => Model.Generate(Plan(training), Learned(training), training.Count, seed: 1);

    private static IReadOnlyDictionary<string, torch.Tensor> Learned(params FeatureTable[] nodes)
    {
        var plan = Plan(nodes[0]);
        var state = Model.CreateState(plan);
        for (var round = 1; round <= BayesianNetworkModel.Rounds; round++)
        {
            var (global, request) = (state, new TrainRequest { Round = round, Epochs = 1, Node = "node" });
            var updates = nodes.Select(table => Model.Train(plan, table, global, request, null, TestContext.Current.CancellationToken).State).ToArray();
            state = state.Keys.ToDictionary(name => name, name => updates.Aggregate(global[name], (sum, update) => sum + (update[name] - global[name])));
        }

        return state;
    }

    private static ModelPlan Plan(FeatureTable table) =>
        new() { Model = Model.Name, Schema = table.Schema, Inputs = [.. table.Schema.Features.Select(feature => feature.Name)], Outcome = "" };

    private static FeatureTable Genes()
    {
        var rows = SharedData.Read("mds_ipssm.csv");
        var genes = rows[0].Keys.Where(name => name.StartsWith("mut_", StringComparison.Ordinal)).Except(Derived)
            .Select(name => (Name: name, Values: rows.Select(row => double.Parse(row[name], CultureInfo.InvariantCulture)).ToArray()))
            .Where(gene => gene.Values.Average() >= 0.02)
            .ToArray();
        return Tables.Of(Tables.Schema([.. genes.Select(gene => Tables.Binary(gene.Name))]), [.. genes.Select(gene => gene.Values)]);
    }
}
