using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Bulk;

public sealed class ViewTests
{
    private const string View = """{"resourceType":"ViewDefinition","name":"obs","resource":"Observation","select":[{"column":[{"name":"id","path":"id","type":"id"},{"name":"value","path":"value.ofType(Quantity).value","type":"decimal"}]}]}""";

    private static string Parameters(params string[] parameters) => $$"""{"resourceType":"Parameters","parameter":[{{string.Join(",", parameters)}}]}""";

    private static string Inline(string view = View) => $$$"""{"name":"viewResource","resource":{{{view}}}}""";

    private static string Observation(string id, string patient, string value)
        => $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/{{{patient}}}"},"valueQuantity":{"value":{{{value}}}}}""";

    private static async Task<TestNode> FilledAsync(Func<NodeOptions, NodeOptions>? change = null)
    {
        var node = await TestNode.StartAsync(change);
        await node.RunAsync("POST", "$import", string.Join('\n',
            """{"resourceType":"Patient","id":"a"}""",
            """{"resourceType":"Patient","id":"b"}""",
            """{"resourceType":"Group","id":"g","type":"person","membership":"enumerated","member":[{"entity":{"reference":"Patient/b"}}]}""",
            Observation("1", "a", "1.50"), Observation("2", "b", "2"), Observation("3", "a", "3e0")), "application/fhir+ndjson");
        return node;
    }

    [Theory]
    [InlineData("$viewdefinition-run", null, "application/x-ndjson", "{\"id\":\"1\",\"value\":1.50}\n{\"id\":\"2\",\"value\":2}\n{\"id\":\"3\",\"value\":3}\n")]
    [InlineData("$sql-run", "text/csv", "text/csv", "id,value\r\n1,1.50\r\n2,2\r\n3,3\r\n")]
    [InlineData("$run?_format=csv&header=false", "application/json", "text/csv", "1,1.50\r\n2,2\r\n3,3\r\n")]
    [InlineData("ViewDefinition/$viewdefinition-run", "application/json", "application/json", "[{\"id\":\"1\",\"value\":1.50},{\"id\":\"2\",\"value\":2},{\"id\":\"3\",\"value\":3}]")]
    [InlineData("$viewdefinition-run?_limit=2", "*/*", "application/x-ndjson", "{\"id\":\"1\",\"value\":1.50}\n{\"id\":\"2\",\"value\":2}\n")]
    public async Task GivenAView_WhenRun_ThenTheRowsAreTheAnswerInTheFormat(string path, string? accept, string contentType, string expected)
    {
        await using var node = await FilledAsync();
        var answer = (await node.PostAsync(path, Parameters(Inline()), accept is null ? [] : [("Accept", accept)])).ShouldBe(HttpStatusCode.OK);
        Assert.Equal((contentType, expected), (answer.Headers["Content-Type"], answer.Text));
    }

    [Fact]
    public async Task GivenAClientThatAcceptsFhirJson_WhenRun_ThenTheRowsComeInABinary()
    {
        await using var node = await FilledAsync();
        var binary = (await node.PostAsync("$run", Parameters(Inline(), """{"name":"_format","valueCode":"csv"}"""), ("Accept", "application/fhir+json"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(("Binary", "text/csv"), (binary.GetProperty("resourceType").GetString(), binary.GetProperty("contentType").GetString()));
        Assert.StartsWith("id,value\r\n1,", System.Text.Encoding.UTF8.GetString(binary.GetProperty("data").GetBytesFromBase64()));
    }

    [Theory]
    [InlineData("""{"name":"patient","valueReference":{"reference":"Patient/a"}}""", "1,1.50\r\n3,3\r\n")]
    [InlineData("""{"name":"group","valueReference":{"reference":"Group/g"}}""", "2,2\r\n")]
    [InlineData("""{"name":"_since","valueInstant":"2999-01-01T00:00:00Z"}""", "")]
    [InlineData("""{"name":"resource","resource":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","id":"x","valueQuantity":{"value":9}}},{"resource":{"resourceType":"Patient","id":"y"}}]}}""", "x,9\r\n")]
    public async Task GivenAFilterOrResources_WhenRun_ThenOnlyTheirRows(string parameter, string expected)
    {
        await using var node = await FilledAsync();
        Assert.Equal(expected, (await node.PostAsync("$run?_format=csv&header=false", Parameters(Inline(), parameter))).ShouldBe(HttpStatusCode.OK).Text);
    }

    [Theory]
    [InlineData("ViewDefinition/patient/$viewdefinition-run?_format=ndjson&_limit=1")]
    [InlineData("$viewdefinition-run?viewCanonical=https%3A%2F%2Fgenomed.example%2Ffhir%2FViewDefinition%2Fpatient&_limit=1")]
    public async Task GivenAnInstalledView_WhenRunByItsName_ThenItsRows(string path)
    {
        await using var node = await FilledAsync();
        var answer = (await node.GetAsync(path)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("a", JsonDocument.Parse(answer.Text).RootElement.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("$run", """{"name":"_format","valueCode":"csv"}""", HttpStatusCode.BadRequest)]
    [InlineData("$run", """{"name":"viewCanonical","valueCanonical":"http://none.example"}""", HttpStatusCode.NotFound)]
    [InlineData("ViewDefinition/none/$run", null, HttpStatusCode.NotFound)]
    [InlineData("$run", """{"name":"viewResource","resource":{"resourceType":"Patient"}}""", HttpStatusCode.BadRequest)]
    [InlineData("ViewDefinition/patient", null, HttpStatusCode.NotFound)]
    public async Task GivenNoSuchView_WhenRun_ThenTheAnswerSaysSo(string path, string? parameter, HttpStatusCode status)
    {
        await using var node = await FilledAsync();
        (parameter is null ? await node.GetAsync(path) : await node.PostAsync(path, Parameters(parameter))).ShouldBe(status);
    }

    [Fact]
    public async Task GivenAnUnsupportedSourceOrTwoViews_WhenRun_ThenRefused()
    {
        await using var node = await FilledAsync();
        (await node.PostAsync("$run", Parameters(Inline(), """{"name":"source","valueString":"s3://x"}"""))).ShouldBe(HttpStatusCode.BadRequest);
        (await node.PostAsync("ViewDefinition/patient/$run", Parameters(Inline()))).ShouldBe(HttpStatusCode.BadRequest);
        (await node.PostAsync("$run?_format=parquet", Parameters(Inline()))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task GivenAClientWithoutTheRightToRead_WhenRun_ThenForbidden()
    {
        var client = new TestClient("c", "system/Patient.rs system/Operation.*");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [client.Registration] });
        (await node.PostAsync("$run", Parameters(Inline()), await client.TokenAsync(node))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GivenManyResources_WhenRun_ThenTheRowsKeepTheirOrder()
    {
        await using var node = await TestNode.StartAsync();
        await node.RunAsync("POST", "$import", string.Join('\n', Enumerable.Range(0, 3_000).Select(i => Observation($"o{i:0000}", "a", $"{i}"))), "application/fhir+ndjson");
        var rows = (await node.PostAsync("$run?_format=json", Parameters(Inline()))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(Enumerable.Range(0, 3_000), rows.EnumerateArray().Select(row => row.GetProperty("value").GetInt32()));
    }

    [Fact]
    public async Task GivenSeveralViews_WhenExported_ThenTheManifestListsTheFilesOfEach()
    {
        await using var node = await FilledAsync(options => options with { Bulk = new() { MaxFileBytes = 16 } });
        var body = Parameters(
            $$"""{"name":"view","part":[{"name":"name","valueString":"values"},{{Inline()}}]}""",
            """{"name":"view","part":[{"name":"viewReference","valueReference":{"reference":"ViewDefinition/patient"}}]}""",
            """{"name":"clientTrackingId","valueString":"mine"}""", """{"name":"_format","valueCode":"csv"}""");
        var job = await node.KickOffAsync("POST", "$sql-export", body);
        var manifest = (await node.PollAsync(job)).ShouldBe(HttpStatusCode.OK).Json;

        Assert.Equal("Parameters", manifest.GetProperty("resourceType").GetString());
        var parameters = manifest.GetProperty("parameter").EnumerateArray().ToList();
        Assert.Equal("mine", Value(parameters, "clientTrackingId", "valueString"));
        Assert.Equal("completed", Value(parameters, "status", "valueCode"));
        Assert.Equal(node.Base + job, Value(parameters, "cancelUrl", "valueUri"));
        var outputs = parameters.Where(parameter => parameter.GetProperty("name").GetString() == "output").Select(output => output.GetProperty("part").EnumerateArray().ToList()).ToList();
        Assert.Equal(["values", "patient"], outputs.Select(output => Value(output, "name", "valueString")));
        var files = outputs[0].Where(part => part.GetProperty("name").GetString() == "location").Select(part => part.GetProperty("valueUri").GetString()!.Replace(node.Base, "")).ToList();
        Assert.Equal(2, files.Count);
        var first = (await node.GetAsync(files[0])).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(("text/csv", "id,value\r\n1,1.50\r\n"), (first.Headers["Content-Type"], first.Text));
        Assert.Equal("id,value\r\n2,2\r\n3,3\r\n", (await node.GetAsync(files[1])).Text);
        (await node.SendAsync("DELETE", job)).ShouldBe(HttpStatusCode.Accepted);
        (await node.GetAsync(files[0])).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("$viewdefinition-export", "", HttpStatusCode.BadRequest)]
    [InlineData("$viewdefinition-export", """{"name":"view","part":[{"name":"name","valueString":"../x"},{"name":"viewReference","valueReference":{"reference":"ViewDefinition/patient"}}]}""", HttpStatusCode.BadRequest)]
    [InlineData("$viewdefinition-export", """{"name":"view","part":[{"name":"viewReference","valueReference":{"reference":"ViewDefinition/none"}}]}""", HttpStatusCode.NotFound)]
    [InlineData("ViewDefinition/patient/$viewdefinition-export", """{"name":"_format","valueCode":"json"}""", HttpStatusCode.BadRequest)]
    public async Task GivenABadExport_WhenKickedOff_ThenItIsRefusedAtOnce(string path, string parameters, HttpStatusCode status)
    {
        await using var node = await FilledAsync();
        (await node.PostAsync(path, parameters.Length == 0 ? """{"resourceType":"Parameters"}""" : Parameters(parameters), ("Prefer", "respond-async"))).ShouldBe(status);
    }

    private static string? Value(IEnumerable<JsonElement> parameters, string name, string value)
        => parameters.Single(parameter => parameter.GetProperty("name").GetString() == name).GetProperty(value).GetString();
}
