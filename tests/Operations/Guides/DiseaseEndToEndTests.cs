using System.Text.Json;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.DatasetStatistics;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Operations.Tests.Guides;

/// <summary>From a hospital's CSV to a trained model: embeddings, radiomics, and a disease that nobody thought of.</summary>
public sealed class DiseaseEndToEndTests
{
    private const string Toy = """
        format: 1
        guide: toy
        version: 1.0.0
        title: A disease that nobody thought of
        canonical: https://example.org/toy
        systems: {loinc: http://loinc.org}
        missing: ["", "?"]
        identifier: {column: PID, system: "urn:toy"}
        analysis: {outcome: EFS}
        condition: {label: Toy disease, codes: [guide|toy]}
        panels:
          fish: {label: FISH, codes: [guide|fish], item: guide|probe}
        features:
          - {name: load, type: continuous, role: input, unit: mg/L, carrier: {kind: observation, category: laboratory}}
          - {name: stage, type: category, role: input, carrier: diagnosis, categories: [I, II, III]}
          - {name: "fish_{id}", type: binary, role: input, carrier: {kind: variant, panel: fish}, items: {t414: {label: t(4;14)}}}
          - {name: EFS, type: time-to-event, role: outcome, unit: d, columns: [days, relapse], carrier: follow-up}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mds", "SLIDE", 768)]
    [InlineData("mm", "PET", 19)]
    public async Task GivenACohortWithVectors_WhenSavaeIsTrainedOnThem_ThenItOrdersPatientsBetterThanChance(string name, string vector, int dimension)
    {
        await using var host = new OperationsHost();
        var guide = GuideCatalog.Default.Find(name);
        await LoadAsync(host, guide, guide.Cohorts(4, [vector]).Generate(300));

        var (plan, dataset) = await PlanAsync(host, guide, "savae", [vector, "AGE"], "OS");
        var trained = await TrainAsync(host, plan, dataset, epochs: 25);
        var evaluated = await host.RunAsync(ContractCatalog.EvaluateModel, new EvaluateModelInput { Dataset = dataset, Plan = plan.ToJson(), Weights = trained });

        Assert.Equal(dimension, guide.Dictionary[vector].Feature.Dimension);
        Assert.InRange(evaluated.CIndex!.Value, 0.58, 1);
    }

    [Fact]
    public async Task GivenOnlyADictionaryAndACsv_WhenTakenThroughEverything_ThenItTrainsAndItsInventedPatientsAreResourcesAgain()
    {
        var catalog = Install();
        var toy = catalog.Find("toy");
        await using var host = new OperationsHost(guides: catalog);
        await LoadAsync(host, toy, ToyPatients(200));

        var (plan, dataset) = await PlanAsync(host, toy, "deepsurv", ["load", "stage", "fish_t414"], "EFS");
        var trained = await TrainAsync(host, plan, dataset, epochs: 20);
        var evaluated = await host.RunAsync(ContractCatalog.EvaluateModel, new EvaluateModelInput { Dataset = dataset, Plan = plan.ToJson(), Weights = trained });
        Assert.InRange(evaluated.CIndex!.Value, 0.65, 1);

        var synthetic = Synthesise(plan.Model, (await host.Datasets.GetAsync(dataset, Cancellation)).Table);
        await using var other = new OperationsHost(guides: catalog);
        await StoreAsync(other, TableRows.Of(synthetic, toy.Dictionary).SelectMany(new RowToFhir(toy.Dictionary, new EtlOptions()).Entries));
        var again = await other.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "toy" });
        Assert.Equal(150, again.Rows);
        var table = (await other.Datasets.GetAsync(again.Dataset, Cancellation)).Table;
        Assert.Equal(synthetic.Column("load").ToArray(), table.Column("load").ToArray());
        Assert.InRange(table.Column("fish_t414").ToArray().Average(), 0.1, 0.6);
    }

    private static FeatureTable Synthesise(ModelPlan plan, FeatureTable table)
    {
        using var scope = NewDisposeScope();
        var generator = (IGenerator)ModelCatalog.Find("bayesian-network");
        var own = plan with { Model = generator.Name, Options = generator.ResolveOptions([]) };
        var state = generator.CreateState(own);
        for (var round = 1; round <= 3; round++)
        {
            state = generator.Train(own, table, state, new TrainRequest { Round = round, Epochs = 1, Node = "toy" }, null, Cancellation).State;
        }

        return generator.Generate(own, state, 150, seed: 5);
    }

    private static async Task<(TrainingPlan Plan, string Dataset)> PlanAsync(OperationsHost host, Guide guide, string model, string[] inputs, string outcome)
    {
        var dataset = (await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = guide.Name })).Dataset;
        var told = (await host.RunAsync(ContractCatalog.DatasetStatistics, new DatasetStatisticsInput { Dataset = dataset })).Statistics;
        var statistics = JsonSerializer.Deserialize<Compute.Federation.DatasetStatistics>(told)!;
        var plan = new TrainingPlan
        {
            Id = "end-to-end",
            Model = new ModelPlan
            {
                Model = model,
                Schema = guide.Dictionary.Schema,
                Inputs = inputs,
                Outcome = outcome,
                Scaler = statistics.ToScaler(guide.Dictionary.Schema),
                Options = ModelCatalog.Find(model).ResolveOptions([]),
                Seed = 11,
            },
            Rounds = 1,
        };
        return (plan, dataset);
    }

    private static async Task<BinaryContent> TrainAsync(OperationsHost host, TrainingPlan plan, string dataset, int epochs)
        => (await host.RunAsync(ContractCatalog.TrainRound, new TrainRoundInput
        {
            Dataset = dataset,
            Plan = plan.ToJson(),
            Round = 1,
            Weights = new BinaryContent(BinaryContent.OctetStream, GlobalRound.InitialWeights(plan)),
            Epochs = epochs,
        })).Update;

    private static async Task LoadAsync(OperationsHost host, Guide guide, Cohort cohort)
    {
        var file = Path.GetTempFileName();
        CohortFile.Write(file, cohort);
        await foreach (var bundle in new EtlRunner(guide.Dictionary, new EtlOptions()).BundlesAsync(EtlSource.File(file), Cancellation))
        {
            await StoreAsync(host, Bundle.Read(bundle).Entries);
        }

        File.Delete(file);
    }

    private static Task StoreAsync(OperationsHost host, IEnumerable<BundleEntry> entries)
        => host.Store.CommitAsync([.. entries.DistinctBy(entry => entry.Request!.Url).Select(entry => new StoreWrite(StoreMethod.Update, entry.Resource!.ResourceType, entry.Resource.Id!, entry.Resource))], Cancellation);

    /// <summary>The load and the translocation shorten the time to relapse.</summary>
    private static Cohort ToyPatients(int count)
    {
        var random = new Random(3);
        return new Cohort(["PID", "load", "stage", "fish_t414", "days", "relapse"], [.. Enumerable.Range(0, count).Select(i =>
        {
            var (load, found) = (random.NextDouble() * 10, random.NextDouble() < 0.3);
            var days = Math.Ceiling(-Math.Log(1 - random.NextDouble()) * 1500 / Math.Exp((0.3 * load) + (found ? 1 : 0)));
            return new[] { $"p{i:D3}", i % 11 == 0 ? "?" : load.ToString("R", System.Globalization.CultureInfo.InvariantCulture), load > 6 ? "III" : load > 3 ? "II" : "I", found ? "1" : "0", days.ToString("R", System.Globalization.CultureInfo.InvariantCulture), random.NextDouble() < 0.8 ? "1" : "0" };
        })]);
    }

    private static GuideCatalog Install()
    {
        var root = Directory.CreateTempSubdirectory("genomed-toy-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "_views"));
        foreach (var view in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "ImplementationGuides", "_views")))
        {
            File.Copy(view, Path.Combine(root, "_views", Path.GetFileName(view)));
        }

        Directory.CreateDirectory(Path.Combine(root, "toy"));
        File.WriteAllText(Path.Combine(root, "toy", "data-dictionary.yaml"), Toy);
        return new GuideCatalog(root);
    }
}
