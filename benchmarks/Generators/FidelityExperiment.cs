using System.Text.Json.Nodes;
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
    public IReadOnlyList<string> Lesions { get; } = [.. LesionCorrelation.Frequent(cohort, 0.02).Where(name => name.StartsWith("mut_", StringComparison.Ordinal)).Except(Derived)];

    /// <summary>Two real halves; and, as the ceiling of what can be had with the hold-out, training rows against it.</summary>
    public Fidelity Ceiling(int seed)
    {
        var order = Order(seed);
        var (training, holdOut) = Split(seed);
        return Compare(cohort.Select(order[..(order.Length / 2)]), cohort.Select(order[(order.Length / 2)..]), training) with
        {
            HoldOut = LesionCorrelation.Score(training, holdOut, Lesions),
        };
    }

    /// <summary>The training rows with each column shuffled by itself.</summary>
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

    private Fidelity Compare(FeatureTable real, FeatureTable synthetic, FeatureTable holdOut) => new(
        ColumnShapes.Score(real, synthetic),
        PairTrends.Score(real, synthetic),
        LesionCorrelation.Score(real, synthetic, Lesions),
        LesionCorrelation.Score(holdOut, synthetic, Lesions));

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
