using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Generators.Benchmarks;

/// <summary>Splits, trains, generates as many rows as it trained on, compares.</summary>
internal sealed class FidelityExperiment(FeatureTable cohort, int rounds, int epochs)
{
    private static readonly string[] Derived = ["mut_TP53mono", "mut_TP53multi", "mut_TET2bi", "mut_TET2other"];

    /// <summary>Genes mutated in at least 2 %, without those derived from others.</summary>
    public IReadOnlyList<string> Lesions { get; } = [.. PhiMatrix.Frequent(cohort, 0.02).Where(name => name.StartsWith("mut_", StringComparison.Ordinal)).Except(Derived)];

    public Fidelity Ceiling(int seed)
    {
        var order = Order(seed);
        return Compare(cohort.Select(order[..(order.Length / 2)]), cohort.Select(order[(order.Length / 2)..]), null);
    }

    /// <summary>The training rows themselves against the hold-out: what a generator cannot beat there.</summary>
    public Fidelity Real(int seed)
    {
        var (training, holdOut) = Split(seed);
        return Compare(training, training, holdOut);
    }

    public Fidelity Floor(int seed)
    {
        var (training, holdOut) = Split(seed);
        var random = new Random(seed);
        var columns = training.Schema.Features.ToDictionary(feature => feature.Name, feature =>
        {
            int[] rows = [.. Enumerable.Range(0, training.Count)];
            random.Shuffle(rows);
            return training.Select(rows).Column(feature.Name).ToArray();
        });
        return Compare(training, new FeatureTable(training.Schema, training.RowIds, columns), holdOut);
    }

    public Fidelity Run(string name, JsonObject options, int seed)
    {
        var (training, holdOut) = Split(seed);
        var plan = new ModelPlan
        {
            Model = name,
            Schema = cohort.Schema,
            Inputs = [.. cohort.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
            Outcome = MdsCohort.Outcome,
            Scaler = DatasetStatistics.From(training, minimumPatients: 1).ToScaler(cohort.Schema),
            Options = options,
            Seed = seed,
        };
        var generator = (IGenerator)ModelCatalog.Find(name);
        var state = generator.CreateState(plan);
        for (var round = 1; round <= rounds; round++)
        {
            state = generator.Train(plan, training, state, new TrainRequest { Round = round, Epochs = epochs, Node = "all" }, null, default).State;
        }

        return Compare(training, generator.Generate(plan, state, training.Count, seed), holdOut);
    }

    private Fidelity Compare(FeatureTable real, FeatureTable synthetic, FeatureTable? holdOut) => new(
        FidelityReport.Of(real, synthetic),
        PhiMatrix.Correlation(real, synthetic, Lesions),
        holdOut is null ? double.NaN : PhiMatrix.Correlation(holdOut, synthetic, Lesions));

    private (FeatureTable Training, FeatureTable HoldOut) Split(int seed)
    {
        var (order, cut) = (Order(seed), cohort.Count * 4 / 5);
        return (cohort.Select(order[..cut]), cohort.Select(order[cut..]));
    }

    private int[] Order(int seed)
    {
        int[] order = [.. Enumerable.Range(0, cohort.Count)];
        new Random(seed).Shuffle(order);
        return order;
    }
}
