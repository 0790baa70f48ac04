using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Auth;

public sealed class AccessTests : IAsyncLifetime
{
    private const string Empty = """{"resourceType":"Parameters"}""";
    private readonly TestClient _integrator = new("integrator", "system/*.cruds");
    private readonly TestClient _manager = new("manager", "system/Operation.*");
    private readonly TestClient _other = new("other", "system/Operation.echo");
    private readonly TestClient _reader = new("reader", "system/Patient.rs");
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(options => options with
    {
        Open = false,
        Clients = [_integrator.Registration, _manager.Registration, _other.Registration, _reader.Registration],
    });

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("GET", "Patient")]
    [InlineData("POST", "")]
    [InlineData("POST", "$echo")]
    [InlineData("GET", "_jobs/x")]
    [InlineData("GET", "/elsewhere")]
    public async Task GivenNoToken_WhenCalled_ThenUnauthorized(string method, string path)
    {
        var answer = (await _node.SendAsync(method, path, method == "POST" ? Empty : null)).ShouldBe(HttpStatusCode.Unauthorized);
        Assert.Equal("login", answer.IssueCode);
        Assert.StartsWith("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("metadata")]
    [InlineData(".well-known/smart-configuration")]
    [InlineData("health")]
    [InlineData("/health")]
    public async Task GivenNoToken_WhenOpenPath_ThenAnswered(string path) => (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task GivenManager_WhenItReadsPatients_ThenForbiddenAndTheScopeIsNamed()
    {
        var token = await _manager.TokenAsync(_node);
        Assert.Contains("system/Patient.s", (await _node.GetAsync("Patient", token)).ShouldBe(HttpStatusCode.Forbidden).Diagnostics);
        Assert.Contains("system/Patient.r", (await _node.GetAsync("Patient/1", token)).ShouldBe(HttpStatusCode.Forbidden).Diagnostics);
        (await _node.PostAsync("$echo", Empty, token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenIntegrator_WhenItRunsAnOperation_ThenForbidden()
        => Assert.Contains("system/Operation.echo", (await _node.PostAsync("$echo", Empty, await _integrator.TokenAsync(_node))).ShouldBe(HttpStatusCode.Forbidden).Diagnostics);

    [Fact]
    public async Task GivenOneOperation_WhenAnotherIsCalled_ThenForbidden()
    {
        var token = await _other.TokenAsync(_node);
        (await _node.PostAsync("$echo", Empty, token)).ShouldBe(HttpStatusCode.OK);
        (await _node.PostAsync("$leak", Empty, token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GivenReader_WhenItWritesInATransaction_ThenForbiddenAtTheEntry()
    {
        var token = await _reader.TokenAsync(_node);
        const string entries = """{"request":{"method":"GET","url":"Patient?_id=1"}},{"resource":{"resourceType":"Patient","id":"1"},"request":{"method":"PUT","url":"Patient/1"}}""";
        var answer = (await _node.PostAsync("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{entries}}]}""", token)).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Equal("Bundle.entry[1]", answer.Expression);
        var batch = (await _node.PostAsync("", $$"""{"resourceType":"Bundle","type":"batch","entry":[{{entries}}]}""", token)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        Assert.StartsWith("200", batch[0].GetProperty("response").GetProperty("status").GetString());
        Assert.StartsWith("403", batch[1].GetProperty("response").GetProperty("status").GetString());
    }

    [Fact]
    public async Task GivenNarrowerScopeAsked_WhenUsed_ThenOnlyThat()
    {
        var token = await _integrator.TokenAsync(_node, "system/Patient.r");
        (await _node.GetAsync("Patient/1", token)).ShouldBe(HttpStatusCode.NotFound);
        (await _node.GetAsync("Patient", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await _node.GetAsync("Observation/1", token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GivenOperationThatReturnsAPatient_WhenTheClientMayNotRead_ThenItDoesNotLeave()
        => Assert.Contains("does not leave", (await _node.PostAsync("$leak", Empty, await _manager.TokenAsync(_node))).ShouldBe(HttpStatusCode.Forbidden).Diagnostics);

    [Fact]
    public async Task GivenJobOfTheManager_WhenAnotherPollsIt_ThenItIsNotThereButTheManagerGetsIt()
    {
        var manager = await _manager.TokenAsync(_node);
        var started = (await _node.PostAsync("$echo", Empty, manager, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted);
        var job = started.Headers["Content-Location"];
        (await _node.GetAsync(job, await _other.TokenAsync(_node))).ShouldBe(HttpStatusCode.NotFound);
        (await _node.SendAsync("DELETE", job, headers: await _other.TokenAsync(_node))).ShouldBe(HttpStatusCode.NotFound);
        (await _node.GetAsync(job, manager, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK);
        (await _node.GetAsync(job, await _integrator.TokenAsync(_node), ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK);
    }
}
