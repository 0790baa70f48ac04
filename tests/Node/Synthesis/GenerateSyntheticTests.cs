using System.IO.Compression;
using System.Net;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Node.Tests.Bulk;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

namespace GenoMed.Fhir.Node.Tests.Synthesis;

/// <summary><c>$generate-synthetic</c> over HTTP.</summary>
public sealed class GenerateSyntheticTests
{
    private const string Json = Sets.Json;

    public static TheoryData<string, HttpStatusCode, string, string> Bad { get; } = new()
    {
        { "count 0", HttpStatusCode.BadRequest, "count", "1 to 1000000 patients" },
        { "count 10^9", HttpStatusCode.BadRequest, "count", "1 to 1000000 patients" },
        { "untrained", HttpStatusCode.BadRequest, "weights", "before the first round" },
        { "no rounds", HttpStatusCode.UnprocessableEntity, "model", "is not trained" },
        { "other weights", HttpStatusCode.UnprocessableEntity, "weights", "not those of the model's card" },
        { "no weights", HttpStatusCode.BadRequest, "weights", "safetensors" },
        { "weights of another plan", HttpStatusCode.BadRequest, "weights", "do not fit model" },
        { "other plan", HttpStatusCode.UnprocessableEntity, "plan", "not the one of the model's card" },
        { "no plan", HttpStatusCode.BadRequest, "plan", "has format 0" },
        { "no generator", HttpStatusCode.BadRequest, "weights", "generates no patients" },
        { "other guide", HttpStatusCode.UnprocessableEntity, "plan", "which this node has not" },
        { "small node", HttpStatusCode.UnprocessableEntity, "model", "fewer than 10 patients at node 'south'" },
        { "no node", HttpStatusCode.UnprocessableEntity, "model", "names no node" },
        { "unknown feature", HttpStatusCode.BadRequest, "where", "no feature 'EYES'" },
        { "contradiction", HttpStatusCode.BadRequest, "where", "contradicts" },
        { "share", HttpStatusCode.BadRequest, "share", "no share" },
        { "title", HttpStatusCode.BadRequest, "title", "a title and a publisher" },
        { "licence", HttpStatusCode.BadRequest, "licence", "SPDX" },
    };

    [Fact]
    public async Task GivenATrainedGenerator_WhenASetIsGenerated_ThenItIsADraftWithItsCsvAndTheExtractedRowsEqualIt()
    {
        await using var node = await TestNode.StartAsync();
        var result = await node.GenerateAsync(TrainedModel.Input(40) with { Where = ["AGE > 60"], Shares = ["SF3B1=0.5"] });

        var library = (await node.GetAsync(result["library"])).ShouldBe(HttpStatusCode.OK).Json;
        var csv = (await node.GetAsync(library.GetProperty("content")[0].GetProperty("url").GetString()!, ("Accept", "text/csv"))).ShouldBe(HttpStatusCode.OK).Text;
        Assert.Equal("draft", library.GetProperty("status").GetString());
        Assert.Equal(result["sha256"], library.GetProperty("identifier")[0].GetProperty("value").GetString());
        Assert.Equal(result["sha256"], TrainedModel.Sha256(System.Text.Encoding.UTF8.GetBytes(csv)));
        Assert.Equal(40, await node.CountAsync("Patient"));
        Assert.Equal(20, await node.CountAsync("Observation", "&component-value-concept=" + Uri.EscapeDataString("http://www.genenames.org/geneId|HGNC:10768") + "&code=http://loinc.org|69548-6"));

        var extracted = await node.ResultAsync("$extract-dataset", $$"""{"resourceType":"Parameters","parameter":[{"name":"guide","valueString":"mds"},{"name":"cohort","valueReference":{"reference":"{{result["group"]}}"} }]}""");
        Assert.Equal(Columns(csv), Columns(await ExportedAsync(node, Sets.Values(extracted)["dataset"])).Where(column => Columns(csv).ContainsKey(column.Key)).ToDictionary());
    }

    [Fact]
    public async Task GivenASet_WhenEverythingIsRead_ThenEveryResourceIsLabelledAndTheLineageLeadsToTheModel()
    {
        await using var node = await TestNode.StartAsync();
        var result = await node.GenerateAsync(TrainedModel.Input(15));

        var all = (await node.GetAsync("?_type=Patient,Condition,Observation,GenomicStudy,Group,Library,Provenance&_count=1000")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")).ToArray();
        Assert.True(all.Length > 100, $"{all.Length}");
        Assert.All(all, resource => Assert.Contains("\"HTEST\"", resource.GetProperty("meta").GetProperty("security").GetRawText(), StringComparison.Ordinal));
        Assert.All(all, resource => Assert.Contains("\"synthetic\"", resource.GetProperty("meta").GetProperty("tag").GetRawText(), StringComparison.Ordinal));
        var provenance = (await node.GetAsync("Provenance?target=" + result["library"])).Json.GetProperty("entry")[0].GetProperty("resource");
        var model = (await node.GetAsync(provenance.GetProperty("entity")[0].GetProperty("what").GetProperty("reference").GetString()!)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(TrainedModel.Sha256(TrainedModel.Weights), model.GetProperty("identifier")[0].GetProperty("value").GetString());
        Assert.Contains("ds-2", provenance.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheSameRequestAgain_WhenGenerated_ThenItIsTheSameSetAndNoPatientGetsAVersion()
    {
        await using var node = await TestNode.StartAsync();
        var first = await node.GenerateAsync(TrainedModel.Input(12));
        var again = await node.GenerateAsync(TrainedModel.Input(12) with { Title = "Another title" });

        Assert.Equal(first["library"], again["library"]);
        Assert.Equal(first["sha256"], again["sha256"]);
        Assert.Equal(12, (await node.GetAsync("Patient/_history")).Json.GetProperty("total").GetInt32());
        Assert.Equal("Another title", (await node.GetAsync(first["library"])).Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task GivenASyntheticSetBesideRealPatients_WhenAllPatientsAreExtracted_ThenTheSyntheticOnesAreNotAmongThem()
    {
        await using var node = await TestNode.StartAsync();
        await node.GenerateAsync(TrainedModel.Input(15));

        var answer = await node.PollAsync(await node.KickOffAsync("POST", "$extract-dataset", """{"resourceType":"Parameters","parameter":[{"name":"guide","valueString":"mds"}]}"""));
        Assert.Contains("Fewer than 10 patients", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task GivenABadRequest_WhenSent_ThenItIsRefusedWithWhatIsWrongAndNothingIsStored(string fault, HttpStatusCode status, string parameter, string because)
    {
        await using var node = await TestNode.StartAsync();
        var answer = await node.SendAsync("POST", "$generate-synthetic", TrainedModel.Body(Faulty(fault)), Json, ("Prefer", "respond-async, wait=30"));

        answer.ShouldBe(status);
        Assert.Contains(because, answer.Diagnostics, StringComparison.Ordinal);
        Assert.True(parameter.Length == 0 || answer.Expression == $"Parameters.parameter.where(name='{parameter}')", answer.Text);
        Assert.Equal(0, await node.CountAsync("Patient") + await node.CountAsync("Library"));
    }

    [Fact]
    public async Task GivenAConditionThatNoRowMeets_WhenGenerated_ThenTheJobFailsWithTheAcceptanceRateAndNothingIsStored()
    {
        await using var node = await TestNode.StartAsync();
        var answer = await node.SendAsync("POST", "$generate-synthetic", TrainedModel.Body(TrainedModel.Input(10) with { Where = ["AGE > 60 and AGE < 60.05"] }), Json, ("Prefer", "respond-async, wait=60"));

        Assert.Contains("acceptance rate", answer.ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics, StringComparison.Ordinal);
        Assert.Equal(0, await node.CountAsync("Patient"));
    }

    [Fact]
    public async Task GivenNoJobOrNoScope_WhenCalled_ThenItIsRefused()
    {
        await using (var open = await TestNode.StartAsync())
        {
            Assert.Contains("only runs as a job", (await open.SendAsync("POST", "$generate-synthetic", TrainedModel.Body(TrainedModel.Input(10)), Json)).ShouldBe(HttpStatusCode.BadRequest).Diagnostics, StringComparison.Ordinal);
        }

        var reader = new TestClient("reader", "system/*.cruds");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [reader.Registration] });
        var refused = await node.SendAsync("POST", "$generate-synthetic", TrainedModel.Body(TrainedModel.Input(10)), Json, ("Prefer", "respond-async"), await reader.TokenAsync(node));
        Assert.Contains("system/Operation.generate-synthetic", refused.ShouldBe(HttpStatusCode.Forbidden).Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAJobThatHasStoredPatients_WhenCancelled_ThenNoneOfThemStays()
    {
        await using var node = await TestNode.StartAsync();
        var job = await node.KickOffAsync("POST", "$generate-synthetic", TrainedModel.Body(TrainedModel.Input(20_000)));
        await UntilAsync(async () => await node.CountAsync("Patient") > 0);

        // Who finds a patient finds a Library that says that the set is not whole, and that nobody takes for the set.
        var library = (await node.GetAsync($"Library?{Sets.Tagged}")).Json.GetProperty("entry")[0].GetProperty("resource");
        Assert.Equal("draft", library.GetProperty("status").GetString());
        Assert.StartsWith("Not whole", library.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await node.CountAsync("Library", $"&identifier={Uri.EscapeDataString(SyntheticDescription.IdentifierSystem)}|"));
        Assert.Contains("no synthetic data set", (await node.ReleaseAsync($"Library/{library.GetProperty("id").GetString()}", "MeasureReport/none")).ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics, StringComparison.Ordinal);

        (await node.SendAsync("DELETE", job)).ShouldBe(HttpStatusCode.Accepted);

        await UntilAsync(async () => await node.CountAsync("Patient") + await node.CountAsync("Condition") + await node.CountAsync("Library") == 0);
    }

    [Fact]
    public async Task GivenANodeThatStopsInTheMiddle_WhenItStartsAgain_ThenTheSetIsThereWhole()
    {
        var data = Directory.CreateTempSubdirectory("genomed-resume-").FullName;
        await using (var node = await TestNode.StartAsync(data: data, keepData: true))
        {
            await node.KickOffAsync("POST", "$generate-synthetic", TrainedModel.Body(TrainedModel.Input(1500)));
            await UntilAsync(async () => await node.CountAsync("Patient") > 0);
        }

        await using var again = await TestNode.StartAsync(data: data);
        await UntilAsync(async () => await again.CountAsync("Group") == 1);
        Assert.Equal(1500, await again.CountAsync("Patient"));
        Assert.Equal(1500, await again.CountAsync("Condition"));
        Assert.Equal(1, await again.CountAsync("Library", $"&identifier={Uri.EscapeDataString(SyntheticDescription.IdentifierSystem)}|"));
    }

    private static GenerateSyntheticInput Faulty(string fault)
    {
        var input = TrainedModel.Input(10);
        var survival = TrainedModel.PlanOf("deepsurv", "fedavg");
        return fault switch
        {
            "count 0" => input with { Count = 0 },
            "count 10^9" => input with { Count = 1_000_000_000 },
            "untrained" => With(input, GlobalRound.ModelWeights(GlobalRound.InitialWeights(TrainedModel.Plan))),
            "no rounds" => input with { Model = input.Model with { Rounds = 0 } },
            "other weights" => input with { Weights = input.Weights with { Data = [.. input.Weights.Data, 0] } },
            "no weights" => With(input, [1, 2, 3]),
            "weights of another plan" => With(input, GlobalRound.InitialWeights(survival)),
            "other plan" => input with { Plan = (TrainedModel.Plan with { Id = "other" }).ToJson() },
            "no plan" => input with { Plan = "{}" },
            "no generator" => With(Planned(input, survival), GlobalRound.InitialWeights(survival)),
            "other guide" => Planned(input, TrainedModel.Plan with { Model = TrainedModel.Plan.Model with { Schema = TrainedModel.Plan.Model.Schema with { Guide = "gout" } } }),
            "small node" => input with { Model = input.Model with { Nodes = [input.Model.Nodes[0], input.Model.Nodes[1] with { Patients = 9 }] } },
            "no node" => input with { Model = input.Model with { Nodes = [] } },
            "unknown feature" => input with { Where = ["EYES=blue"] },
            "contradiction" => input with { Where = ["SEX=F", "SEX=M"] },
            "share" => input with { Shares = ["SF3B1=half"] },
            "title" => input with { Title = " " },
            "licence" => input with { Licence = "mine" },
            _ => throw new ArgumentException(fault),
        };
    }

    private static GenerateSyntheticInput Planned(GenerateSyntheticInput input, Compute.Federation.TrainingPlan plan)
        => input with { Plan = plan.ToJson(), Model = input.Model with { PlanSha256 = plan.Hash } };

    private static GenerateSyntheticInput With(GenerateSyntheticInput input, byte[] weights)
        => input with { Weights = new BinaryContent(BinaryContent.SafeTensors, weights), Model = input.Model with { WeightsSha256 = TrainedModel.Sha256(weights) } };

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("It never became so.");
    }

    private static async Task<string> ExportedAsync(TestNode node, string dataset)
    {
        using var response = await node.Client.PostAsync("$export-dataset", new StringContent($$"""{"resourceType":"Parameters","parameter":[{"name":"dataset","valueId":"{{dataset}}"}]}""", null, Json));
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("data.csv")!.Open());
        return await reader.ReadToEndAsync();
    }

    private static Dictionary<string, string> Columns(string csv)
    {
        string[][] lines = [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        return lines[0].Select((name, i) => (name, Cells: string.Join(',', lines.Skip(1).Select(line => line[i])))).ToDictionary(pair => pair.name, pair => pair.Cells);
    }
}
