using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Operations;

public sealed class EverythingTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await FillAsync(_node);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static async Task FillAsync(TestNode node, params (string Name, string Value)[] headers)
    {
        string[] resources =
        [
            """{"resourceType":"Practitioner","id":"dr"}""",
            """{"resourceType":"Organization","id":"unused","name":"O"}""",
            """{"resourceType":"Patient","id":"a","generalPractitioner":[{"reference":"Practitioner/dr"}]}""",
            """{"resourceType":"Patient","id":"b"}""",
            """{"resourceType":"Observation","id":"a1","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/a"},"performer":[{"reference":"Patient/a"}]}""",
            """{"resourceType":"Observation","id":"a2","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/a"}}""",
            """{"resourceType":"Condition","id":"a3","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"subject":{"reference":"Patient/a"}}""",
            """{"resourceType":"Observation","id":"b1","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/b"}}""",
            """{"resourceType":"Group","id":"g","type":"person","membership":"enumerated","member":[{"entity":{"reference":"Patient/b"}},{"entity":{"reference":"Patient/a"},"inactive":true},{"entity":{"reference":"Practitioner/dr"}}]}""",
        ];
        foreach (var resource in resources)
        {
            var json = JsonDocument.Parse(resource).RootElement;
            (await node.PutAsync($"{json.GetProperty("resourceType").GetString()}/{json.GetProperty("id").GetString()}", resource, headers)).ShouldBe(HttpStatusCode.Created);
        }
    }

    private static IEnumerable<string> References(Answer answer, string? mode = null)
        => from entry in answer.ShouldBe(HttpStatusCode.OK).Json.TryGetProperty("entry", out var entries) ? entries.EnumerateArray() : default
           where mode is null || entry.GetProperty("search").GetProperty("mode").GetString() == mode
           select $"{entry.GetProperty("resource").GetProperty("resourceType").GetString()}/{entry.GetProperty("resource").GetProperty("id").GetString()}";

    private static string? Next(Answer answer) => answer.Json.GetProperty("link").EnumerateArray()
        .Where(link => link.GetProperty("relation").GetString() == "next").Select(link => link.GetProperty("url").GetString()).SingleOrDefault();

    [Fact]
    public async Task GivenAPatient_WhenEverythingIsAsked_ThenItsCompartmentAndWhatThatRefersTo()
    {
        var answer = await _node.GetAsync("Patient/a/$everything");
        Assert.Equal(["Condition/a3", "Group/g", "Observation/a1", "Observation/a2", "Patient/a"], References(answer, "match").Order());
        Assert.Equal(["Practitioner/dr"], References(answer, "include"));
        Assert.Equal(5, answer.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("Patient/a/$everything?_count=2", 3)]
    [InlineData("Patient/$everything?_count=2", 4)]
    [InlineData("Group/g/$everything?_count=1", 3)]
    public async Task GivenCount_WhenTheNextLinksAreFollowed_ThenEachResourceComesOnce(string path, int pages)
    {
        var whole = References(await _node.GetAsync(path[..path.IndexOf('?')]), "match").Order().ToList();
        var found = new List<string>();
        var read = 0;
        for (string? url = path; url is not null; read++)
        {
            var answer = await _node.GetAsync(url);
            found.AddRange(References(answer, "match"));
            url = Next(answer);
        }

        Assert.Equal(whole, found.Distinct().Order());
        Assert.InRange(read, pages - 1, pages + 1);
    }

    [Fact]
    public async Task GivenAGroup_WhenEverythingIsAsked_ThenItsActivePatients()
        => Assert.Equal(["Group/g", "Observation/b1", "Patient/b"], References(await _node.GetAsync("Group/g/$everything"), "match").Order());

    [Fact]
    public async Task GivenTypesAndSince_WhenEverythingIsAsked_ThenOnlyThose()
    {
        Assert.Equal(["Observation/a1", "Observation/a2"], References(await _node.GetAsync("Patient/a/$everything?_type=Observation")).Order());
        Assert.Equal(["Condition/a3", "Practitioner/dr"], References(await _node.PostAsync("Patient/a/$everything", """{"resourceType":"Parameters","parameter":[{"name":"_type","valueCode":"Condition"},{"name":"_type","valueCode":"Practitioner"},{"name":"_type","valueCode":"Patient"}]}""")).Order().Where(reference => reference != "Patient/a"));
        var updated = (await _node.GetAsync("Observation/b1")).Json.GetProperty("meta").GetProperty("lastUpdated").GetString()!;
        Assert.Equal(["Group/g"], References(await _node.GetAsync($"Patient/a/$everything?_since={Uri.EscapeDataString(updated)}"), "match").Where(reference => reference != "Observation/b1"));
    }

    [Theory]
    [InlineData("Patient/none/$everything", HttpStatusCode.NotFound)]
    [InlineData("Observation/a1/$everything", HttpStatusCode.NotFound)]
    [InlineData("Patient/a/$everything?_since=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("Patient/a/$everything?_type=Nothing", HttpStatusCode.BadRequest)]
    [InlineData("Patient/a/$everything?_count=0", HttpStatusCode.BadRequest)]
    [InlineData("Patient/a/$everything?_cursor=zz", HttpStatusCode.BadRequest)]
    [InlineData("Patient/a/$everything?colour=red", HttpStatusCode.BadRequest)]
    public async Task GivenAFaultyCall_WhenEverythingIsAsked_ThenItIsRefused(string path, HttpStatusCode status) => (await _node.GetAsync(path)).ShouldBe(status);

    [Fact]
    public async Task GivenAClientOfSomeTypes_WhenEverythingIsAsked_ThenTheOthersAreLeftOut()
    {
        var integrator = new TestClient("integrator", "system/*.cruds");
        var reader = new TestClient("reader", "system/Patient.r system/Observation.r");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [integrator.Registration, reader.Registration] });
        await FillAsync(node, await integrator.TokenAsync(node));
        var token = await reader.TokenAsync(node);
        Assert.Equal(["Observation/a1", "Observation/a2", "Patient/a"], References(await node.GetAsync("Patient/a/$everything", token)).Order());
        (await node.GetAsync("Group/g/$everything", token)).ShouldBe(HttpStatusCode.Forbidden);
    }
}
