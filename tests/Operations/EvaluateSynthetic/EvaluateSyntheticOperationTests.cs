using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Export;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Tests.EvaluateSynthetic;

/// <summary>Synthetic patients against those of a node, on cohorts of the MDS recipe.</summary>
public sealed class EvaluateSyntheticOperationTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    private static readonly string[] Inputs = ["AGE", "SEX", "HB", "PLT", "BM_BLAST", "CYTO_IPSSR", "mut_TET2", "mut_ASXL1", "mut_SF3B1", "mut_SRSF2", "mut_TP53", "mut_DNMT3A", "mut_RUNX1", "cna_del5q"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenPatientsOfTheSameRecipe_WhenCompared_ThenTheyScoreNearTheCeilingAndPointToNobody()
    {
        var (training, holdOut) = (await CohortAsync(1, 800), await CohortAsync(2, 200));
        await using var host = new OperationsHost();
        var input = await InputAsync(host, training, holdOut, await CohortAsync(3, 800));
        var evidence = await RunAsync(host, input);

        Assert.InRange(SafeScores.ShareOfTheWay(evidence.Scores!.Csf, evidence.Floor!.Csf, evidence.Ceiling!.Csf), 0.5, 2);
        Assert.True(evidence.Floor.Gsf < evidence.Ceiling.Gsf, $"GSF {evidence.Floor.Gsf} to {evidence.Ceiling.Gsf}");
        Assert.InRange(evidence.Privacy!.HoldOut!.MembershipInference.Distance.Value, 0.4, 0.6);
        Assert.Equal(0, evidence.Privacy.ToTraining.Copies.Successes);
        Assert.InRange(evidence.Multivariate!.LogisticArea.Value, 0.4, 0.7);
        Assert.NotNull(evidence.Attacks);
        Assert.True(evidence.Clinical!.Survival.P > 0.001, $"survival differs, p {evidence.Clinical.Survival.P}");
        Assert.Equal(evidence.Clinical.Transfer.Real!.C, evidence.Clinical.Transfer.Synthetic.C, 0.1);
        Assert.Equal(800, evidence.Rows);
    }

    [Fact]
    public async Task GivenTheTrainingPatientsThemselves_WhenCompared_ThenEveryMeasureOfPrivacySaysSo()
    {
        var (training, holdOut) = (await CohortAsync(4, 200), await CohortAsync(5, 200));
        await using var host = new OperationsHost();
        var evidence = await RunAsync(host, await InputAsync(host, training, holdOut, training) with { Parts = ["privacy"] });

        Assert.Equal(1, evidence.Privacy!.ToTraining.Copies.Rate);
        Assert.InRange(evidence.Privacy.HoldOut!.MembershipInference.Distance.Value, 0.95, 1);
        Assert.Null(evidence.Scores);
    }

    [Fact]
    public async Task GivenNoSyntheticPatients_WhenAsked_ThenCeilingAndFloorAloneAreTold()
    {
        var training = await CohortAsync(6, 200);
        await using var host = new OperationsHost();
        var evidence = await RunAsync(host, await InputAsync(host, training, null, null));

        Assert.NotNull(evidence.Ceiling);
        Assert.NotNull(evidence.Floor);
        Assert.Null(evidence.Scores);
        Assert.Null(evidence.Privacy);
    }

    [Fact]
    public async Task GivenSmallGroups_WhenTold_ThenNoCountBelowTheMinimumLeavesTheNode()
    {
        var training = await CohortAsync(7, 120);
        await using var host = new OperationsHost();
        var real = (await RunAsync(host, await InputAsync(host, training, null, null))).Real!;

        long[][] cells = [.. real.Columns.Values, .. real.ClinicalPairs.Values, .. real.LesionPairs.Values, real.LesionsPerPatient, real.Events, real.Censored];
        Assert.All(cells, counts => Assert.DoesNotContain(counts, count => count is > 0 and < 10));
        Assert.Contains(cells, counts => counts.Any(count => count >= 10));
    }

    [Theory]
    [InlineData("plan", "{}")]
    [InlineData("part", "all")]
    [InlineData("part", "2")]
    public async Task GivenAWrongValue_WhenSent_ThenItIsRefusedAtItsParameter(string parameter, string value)
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host, await CohortAsync(8, 100), null, null);
        var problem = await RefusedAsync(host, parameter == "plan" ? input with { Plan = value } : input with { Parts = [value] });

        Assert.Equal($"Parameters.parameter.where(name='{parameter}')", problem.Issues[0].Expression);
    }

    [Fact]
    public async Task GivenBadTables_WhenSent_ThenTheMessageSaysWhatIsWrongWithThem()
    {
        await using var host = new OperationsHost();
        var training = await CohortAsync(9, 100);
        var input = await InputAsync(host, training, null, training.Select([.. Enumerable.Range(0, 50)]));
        Task<OperationProblem> With(string csv) => RefusedAsync(host, input with { Synthetic = new BinaryContent("text/csv", Encoding.UTF8.GetBytes(csv)) });

        Assert.Contains("row 52", (await With(Encoding.UTF8.GetString(input.Synthetic!.Data) + "x,OLD\n")).Message, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.Unprocessable, (await With("ID\n")).Kind);
        Assert.Contains("hold-out", (await RefusedAsync(host, input with { Parts = ["attacks"] })).Message, StringComparison.Ordinal);
        Assert.Contains("cmml", (await RefusedAsync(host, input with { Plan = input.Plan.Replace("\"guide\":\"mds\"", "\"guide\":\"cmml\"", StringComparison.Ordinal) })).Message, StringComparison.Ordinal);
        var few = await host.Datasets.RegisterAsync(Tables.Extracted(training.Select([.. Enumerable.Range(0, 9)])), null, null, Cancellation);
        Assert.Equal(ProblemKind.Unprocessable, (await RefusedAsync(host, input with { Dataset = few.Id })).Kind);
    }

    [Fact]
    public async Task GivenATableThatLacksAFeature_WhenSent_ThenItsColumnIsNamed()
    {
        await using var host = new OperationsHost();
        var training = await CohortAsync(10, 60);
        var input = await InputAsync(host, training, null, training);
        var lines = Encoding.UTF8.GetString(input.Synthetic!.Data).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.LastIndexOf(',')]);
        var problem = await RefusedAsync(host, input with { Synthetic = new BinaryContent("text/csv", Encoding.UTF8.GetBytes(string.Join('\n', lines))) });

        Assert.Contains("OS_STATUS", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Parameters.parameter.where(name='synthetic')", problem.Issues[0].Expression);
    }

    [Fact]
    public async Task GivenGroupsThatWouldTellOfOnePatient_WhenSent_ThenTheyAreRefused()
    {
        await using var host = new OperationsHost();
        var training = await CohortAsync(11, 60);
        var input = await InputAsync(host, training, null, training.Select([.. Enumerable.Range(0, 9)]));

        Assert.Contains("9 patients; 10", (await RefusedAsync(host, input)).Message, StringComparison.Ordinal);
        Assert.Contains("hold-out has patients of the dataset", (await RefusedAsync(host, input with { HoldOut = input.Dataset })).Message, StringComparison.Ordinal);
        Assert.Equal("Parameters.parameter.where(name='holdOut')", (await RefusedAsync(host, input with { HoldOut = "none" })).Issues[0].Expression);
    }

    [Fact]
    public async Task GivenPatientsWithoutOutcome_WhenCompared_ThenTheClinicalPartIsLeftOutOrRefusedAtTheDataset()
    {
        await using var host = new OperationsHost();
        var training = await CohortAsync(15, 80);
        var lost = new FeatureTable(training.Schema, training.RowIds, training.Schema.Features.ToDictionary(
            feature => feature.Name, feature => feature.Name == "OS" ? [.. Enumerable.Repeat(double.NaN, 160)] : training.Column(feature.Name).ToArray()));
        var input = await InputAsync(host, training, null, training) with { Dataset = (await host.Datasets.RegisterAsync(Tables.Extracted(lost), null, null, Cancellation)).Id };

        Assert.Null((await RunAsync(host, input)).Clinical);
        var problem = await RefusedAsync(host, input with { Parts = ["clinical"] });
        Assert.Equal((ProblemKind.Unprocessable, "Parameters.parameter.where(name='dataset')"), (problem.Kind, problem.Issues[0].Expression));
        Assert.Contains("0 of the dataset's 80 patients have a known 'OS'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPlanThatNamesAFeatureTwice_WhenSent_ThenThePlanIsRefused()
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host, await CohortAsync(16, 60), null, null);
        var problem = await RefusedAsync(host, input with { Plan = input.Plan.Replace("\"clinical\":[", "\"clinical\":[\"AGE\",", StringComparison.Ordinal) });

        Assert.Equal((ProblemKind.Invalid, "Parameters.parameter.where(name='plan')"), (problem.Kind, problem.Issues[0].Expression));
        Assert.Contains("'AGE' stands twice", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Lists of the answer are as long as the plan or a fixed grid says, whoever is in the dataset.</summary>
    [Fact]
    public async Task GivenMorePatients_WhenCompared_ThenNoListOfTheAnswerGrows()
    {
        await using var host = new OperationsHost();
        var (all, holdOut) = (await CohortAsync(12, 240), await CohortAsync(13, 60));
        var plan = (await InputAsync(host, all, null, null)).Plan;
        async Task<IReadOnlyDictionary<string, int>> ListsAsync(int patients)
        {
            var input = await InputAsync(host, all.Select([.. Enumerable.Range(0, patients)]), holdOut, await CohortAsync(14, patients));
            var json = (await host.RunAsync(ContractCatalog.EvaluateSynthetic, input with { Plan = plan })).Evidence;
            return Lists(JsonDocument.Parse(json).RootElement, "").ToDictionary(list => list.Path, list => list.Length);
        }

        var (few, many) = (await ListsAsync(120), await ListsAsync(240));
        Assert.Equal(few.Keys.Order(), many.Keys.Order());
        // How far survival is told depends on how long people were followed, within the plan's twenty times.
        Assert.All(few.Keys.Where(path => path != ".survival"), path => Assert.Equal(few[path], many[path]));
        Assert.InRange(many[".survival"], few[".survival"], 20);
    }

    private static IEnumerable<(string Path, int Length)> Lists(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Lists(property.Value, $"{path}.{property.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Lists(item, $"{path}[{i}]")).Prepend((path, element.GetArrayLength())),
        _ => [],
    };

    private static async Task<SafeEvidence> RunAsync(OperationsHost host, EvaluateSyntheticInput input)
        => SafeEvidence.FromJson((await host.RunAsync(ContractCatalog.EvaluateSynthetic, input)).Evidence);

    private static Task<OperationProblem> RefusedAsync(OperationsHost host, EvaluateSyntheticInput input)
        => Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.EvaluateSynthetic, input));

    private static async Task<EvaluateSyntheticInput> InputAsync(OperationsHost host, FeatureTable training, FeatureTable? holdOut, FeatureTable? synthetic)
    {
        var features = SafeFeatures.Of(Mds, Inputs, "OS");
        return new EvaluateSyntheticInput
        {
            Dataset = (await host.Datasets.RegisterAsync(Tables.Extracted(training), null, null, Cancellation)).Id,
            HoldOut = holdOut is null ? null : (await host.Datasets.RegisterAsync(Tables.Extracted(holdOut), null, null, Cancellation)).Id,
            Plan = SafePlanBuilder.Of(training, features.Lesions, features.Cytogenetics, features.Derived, features.Prognostic, "OS").ToJson(),
            Synthetic = synthetic is null ? null : new BinaryContent("text/csv", Csv(synthetic)),
        };
    }

    private static byte[] Csv(FeatureTable table)
    {
        using var stream = new MemoryStream();
        DatasetCsv.WriteRows(stream, table, Mds.Dictionary);
        return stream.ToArray();
    }

    private static async Task<FeatureTable> CohortAsync(int seed, int patients)
    {
        var file = Path.GetTempFileName();
        var cohort = Mds.Cohorts(seed).Generate(patients);
        CohortFile.Write(file, cohort with { Rows = [.. cohort.Rows.Select(row => (string[])[$"{seed}-{row[0]}", .. row[1..]])] });
        var table = await TableReader.ReadAsync(EtlSource.File(file), Mds.Dictionary, [.. Inputs, "OS"], Cancellation);
        File.Delete(file);
        return table;
    }
}
