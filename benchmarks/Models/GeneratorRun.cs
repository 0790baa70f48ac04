using System.Globalization;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using TorchSharp;

namespace GenoMed.Fhir.Models.Benchmarks;

/// <summary>A generator against a hold-out, with what real data reach (ceiling) and what independent columns reach (floor).</summary>
/// <param name="Training">80 %.</param>
/// <param name="HeldOut">20 %.</param>
/// <param name="Genes">Whose φ is compared.</param>
internal sealed record GeneratorRun(FeatureTable Training, FeatureTable HeldOut, IReadOnlyList<string> Genes)
{
    private static readonly string[] Derived = ["mut_TP53mono", "mut_TP53multi", "mut_TET2bi", "mut_TET2other"];

    public static GeneratorRun Of(FeatureTable cohort, int seed)
    {
        var order = CrossValidation.Shuffled(cohort.Count, seed);
        var test = order[..(cohort.Count / 5)];
        string[] genes = [.. cohort.Schema.Features.Select(feature => feature.Name)
            .Where(name => name.StartsWith("mut_", StringComparison.Ordinal) && !Derived.Contains(name) && Frequency(cohort, name) >= 0.02)];
        return new GeneratorRun(cohort.Select([.. order[test.Length..].Order()]), cohort.Select([.. test.Order()]), genes);
    }

    public string Ceiling(int seed)
    {
        // Both halves of all rows: the same size apart as a synthetic table from a training set.
        var all = CrossValidation.Shuffled(Training.Count, seed);
        return Line("two real halves", Training.Select([.. all[..(all.Length / 2)].Order()]), Training.Select([.. all[(all.Length / 2)..].Order()]));
    }

    public string Floor(int seed) => Line("independent columns", Training, Shuffled(Training, seed));

    public string Real() => Line("train against held-out", HeldOut, Training);

    public string Run(string model, JsonObject options, int epochs, int rounds, long seed)
    {
        using var scope = torch.NewDisposeScope();
        var generator = (IGenerator)ModelCatalog.Find(model);
        var plan = Plan(model, options, seed);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var state = generator.CreateState(plan);
        for (var round = 1; round <= rounds; round++)
        {
            state = generator.Train(plan, Training, state, new TrainRequest { Round = round, Epochs = epochs, Node = "all" }, null, CancellationToken.None).State;
        }

        var trained = clock.Elapsed.TotalSeconds;
        var synthetic = generator.Generate(plan, state, Training.Count, seed);
        return Line($"{model} {options.ToJsonString()} {epochs} epochs", Training, synthetic)
            + string.Create(CultureInfo.InvariantCulture, $" | held-out quality {FidelityReport.Of(HeldOut, synthetic).Quality:F3} phi {PhiMatrix.Correlation(HeldOut, synthetic, Genes):F3} | {trained:F0} s + {clock.Elapsed.TotalSeconds - trained:F0} s");
    }

    private string Line(string what, FeatureTable real, FeatureTable synthetic)
    {
        var report = FidelityReport.Of(real, synthetic);
        var worst = report.Columns.Where(column => !double.IsNaN(column.Value)).MinBy(column => column.Value);
        return string.Create(CultureInfo.InvariantCulture,
            $"{what}: shapes {report.ColumnShapes:F3} (KS {report.Numbers:F3}, TV {report.Discretes:F3}, worst {worst.Key} {worst.Value:F2}) trends {report.PairTrends:F3} quality {report.Quality:F3} phi {PhiMatrix.Correlation(real, synthetic, Genes):F3}");
    }

    private ModelPlan Plan(string model, JsonObject options, long seed) => new()
    {
        Model = model,
        Schema = Training.Schema,
        Inputs = [.. Training.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
        Outcome = MdsCohort.Outcome,
        Scaler = DatasetStatistics.From(Training, minimumPatients: 1).ToScaler(Training.Schema),
        Options = (JsonObject)options.DeepClone(),
        Seed = seed,
    };

    private static FeatureTable Shuffled(FeatureTable table, int seed) => new(table.Schema, table.RowIds, table.Schema.Features.Select((feature, i) =>
        (feature.Name, Values: CrossValidation.Shuffled(table.Count, seed + (1000 * (i + 1))).SelectMany(row => table.Column(feature.Name).Slice(row * feature.Width, feature.Width).ToArray()).ToArray()))
        .ToDictionary(column => column.Name, column => column.Values));

    private static double Frequency(FeatureTable table, string name) => table.Column(name).ToArray().Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
}
