using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

namespace GenoMed.Fhir.Node.Tests.Synthesis;

/// <summary>A Bayesian network trained across two nodes on invented patients, and requests to generate from it.</summary>
internal static class TrainedModel
{
    private static readonly string[] Inputs = ["SEX", "AGE", "WHO_2016", "BM_BLAST", "ANC", "HB", "PLT", "CYTO_IPSSR", "complex", "mut_SF3B1", "mut_TP53", "mut_ASXL1", "cna_del5q", "cna_delY"];
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");
    private static readonly Lazy<byte[]> Trained = new(() => AfterRounds(3));

    public static TrainingPlan Plan { get; } = PlanOf("bayesian-network", "sum");

    public static byte[] Weights => Trained.Value;

    public static TrainingPlan PlanOf(string model, string strategy) => new()
    {
        Id = "run-1",
        Model = new ModelPlan
        {
            Model = model,
            Schema = Mds.Dictionary.Schema,
            Inputs = Inputs,
            Outcome = "OS",
            Scaler = DatasetStatistics.From(Rows(1), 1).ToScaler(Mds.Dictionary.Schema),
            Seed = 1,
        },
        Strategy = new StrategyPlan(strategy),
        Rounds = 3,
    };

    public static GenerateSyntheticInput Input(int count) => new()
    {
        Plan = Plan.ToJson(),
        Weights = new BinaryContent(BinaryContent.SafeTensors, Weights),
        Model = new GeneratorCard
        {
            Name = "mds-network",
            WeightsSha256 = Sha256(Weights),
            PlanSha256 = Plan.Hash,
            Run = "run-1",
            Rounds = 3,
            Nodes = [new GeneratorNode("north", "ds-1", 300), new GeneratorNode("south", "ds-2", 200)],
        },
        Count = count,
        Title = "Synthetic MDS",
        Licence = "CC-BY-4.0",
        Publisher = "Test hospital",
    };

    public static string Body(GenerateSyntheticInput input) => Encoding.UTF8.GetString(ContractCatalog.GenerateSynthetic.WriteInput(input).Json.Span);

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The model after the first rounds of its three.</summary>
    public static byte[] AfterRounds(int rounds)
    {
        var checkpoint = GlobalRound.InitialWeights(Plan);
        for (var round = 1; round <= rounds; round++)
        {
            var updates = new[] { ("north", Rows(1)), ("south", Rows(2)) }
                .Select(node => LocalRound.Train(Plan, node.Item2, GlobalRound.WeightsFor(Plan, checkpoint, node.Item1), round, null, node.Item1, null, CancellationToken.None));
            checkpoint = GlobalRound.Aggregate(Plan, checkpoint, [.. updates]);
        }

        return GlobalRound.ModelWeights(checkpoint);
    }

    private static FeatureTable Rows(int seed)
    {
        var cohort = Mds.Cohorts(seed).Generate(500 / seed);
        var csv = string.Join('\n', cohort.Rows.Prepend([.. cohort.Header]).Select(row => string.Join(',', row))) + "\n";
        var rows = new EtlRunner(Mds.Dictionary, new EtlOptions()).RowsAsync(EtlSource.Text("c.csv", csv), CancellationToken.None).ToBlockingEnumerable().OrderBy(row => row.SourceId, StringComparer.Ordinal).ToArray();
        var columns = Mds.Dictionary.Schema.Features.Select((feature, i) => (feature, Offset: Mds.Dictionary.Offset(i)))
            .ToDictionary(pair => pair.feature.Name, pair => rows.SelectMany(row => row.Values.Skip(pair.Offset).Take(pair.feature.Width)).ToArray());
        return new FeatureTable(Mds.Dictionary.Schema, [.. rows.Select(row => row.SourceId)], columns);
    }
}
