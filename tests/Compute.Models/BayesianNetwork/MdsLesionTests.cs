using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

/// <summary>The genes of the public MDS cohort: does the network keep which of them go together?</summary>
public sealed class MdsLesionTests
{
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

    private static FeatureTable Generated(FeatureTable training)
    {
        var model = (IGenerator)ModelCatalog.Find("bayesian-network");
        var plan = new ModelPlan { Model = model.Name, Schema = training.Schema, Inputs = [.. training.Schema.Features.Select(feature => feature.Name)], Outcome = "" };
        var state = model.CreateState(plan);
        for (var round = 1; round <= 3; round++)
        {
            state = model.Train(plan, training, state, new TrainRequest { Round = round, Epochs = 1, Node = "all" }, null, TestContext.Current.CancellationToken).State;
        }

        return model.Generate(plan, state, training.Count, seed: 1);
    }

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
