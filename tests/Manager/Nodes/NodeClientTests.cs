using System.Net;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Tests.Support;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Tests.Nodes;

public sealed class NodeClientTests
{
    private const string Report = """{"resourceType":"Parameters","parameter":[{"name":"dataset","valueId":"ds-1"},{"name":"rows","valueInteger":12}]}""";

    private const string Outcome = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"business-rule","diagnostics":"too few","expression":["Parameters.parameter.where(name='dataset')"]}]}""";

    [Fact]
    public async Task GivenAnAnswerWithinTheWait_WhenInvoked_ThenOneExchangeIsEnough()
    {
        var node = new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.OK, Report));

        var report = await InvokeAsync(node);

        Assert.Equal(12, report.Rows);
        var exchange = Assert.Single(node.Exchanges);
        Assert.Equal("http://node/fhir/$quality-report", exchange.Url.AbsoluteUri);
        Assert.Contains("Prefer: respond-async, wait=10", exchange.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fhir/jobs/7")]
    [InlineData("http://node/fhir/jobs/7")]
    public async Task GivenAJob_WhenInvoked_ThenItIsPolledUntilTheBatchResponse(string location)
    {
        var node = new ScriptedHandler((_, number) => number < 3 ? ScriptedHandler.Accepted(location) : ScriptedHandler.Json(HttpStatusCode.OK, Batch("200 OK", "resource", Report)));
        var told = new List<string>();

        var report = await InvokeAsync(node, progress: new Told(told));

        Assert.Equal(12, report.Rows);
        Assert.Equal(["POST", "GET", "GET"], node.Exchanges.Select(exchange => exchange.Method));
        Assert.All(node.Exchanges.Skip(1), exchange => Assert.Equal("http://node/fhir/jobs/7", exchange.Url.AbsoluteUri));
        Assert.Equal(["half"], told);
    }

    [Fact]
    public async Task GivenAJobThatFailed_WhenPolled_ThenTheProblemIsTheNodes()
    {
        var node = new ScriptedHandler((_, number) => number == 1
            ? ScriptedHandler.Accepted("/fhir/jobs/7")
            : ScriptedHandler.Json(HttpStatusCode.OK, $$$"""{"resourceType":"Bundle","type":"batch-response","entry":[{"response":{"status":"422","outcome":{{{Outcome}}}}}]}"""));

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => InvokeAsync(node));

        Assert.Equal(ProblemKind.Unprocessable, problem.Kind);
        Assert.Equal("Parameters.parameter.where(name='dataset')", problem.Issues[0].Expression);
    }

    [Fact]
    public async Task GivenARefusal_WhenInvoked_ThenTheProblemIsTheNodes()
    {
        var problem = await Assert.ThrowsAsync<OperationProblem>(() => InvokeAsync(new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.UnprocessableEntity, Outcome))));

        Assert.Equal(("too few", IssueCode.BusinessRule), (problem.Issues[0].Diagnostics, problem.Issues[0].Code));
    }

    [Fact]
    public async Task GivenAServerError_WhenInvoked_ThenTheNodeIsUnavailableWithItsWords()
    {
        var problem = await Assert.ThrowsAsync<NodeUnavailableException>(() => InvokeAsync(new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.InternalServerError, Outcome))));

        Assert.Contains("500", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("too few", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"resourceType":"Bundle","type":"batch-response"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch-response","entry":[{"response":{"status":"OK!"}}]}""")]
    public async Task GivenAnAnswerThatIsNoResult_WhenInvoked_ThenTheNodeIsUnavailable(string body)
        => await Assert.ThrowsAsync<NodeUnavailableException>(() => InvokeAsync(new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.OK, body))));

    [Fact]
    public async Task GivenABusyNode_WhenInvoked_ThenItIsTriedAgain()
    {
        var node = new ScriptedHandler((_, number) => ScriptedHandler.Json(number < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, Report));

        await InvokeAsync(node);

        Assert.Equal(3, node.Exchanges.Count);
    }

    [Fact]
    public async Task GivenNoNode_WhenInvoked_ThenUnavailableNamesItsAddress()
    {
        var problem = await Assert.ThrowsAsync<NodeUnavailableException>(() => InvokeAsync(new ScriptedHandler((_, _) => throw new HttpRequestException("refused"))));

        Assert.Contains("http://node/fhir", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAJob_WhenTheCallerCancels_ThenTheNodeIsToldByDelete()
    {
        using var cancel = new CancellationTokenSource();
        var node = new ScriptedHandler((exchange, number) =>
        {
            if (number == 3)
            {
                cancel.Cancel();
            }

            return exchange.Method == "DELETE" ? ScriptedHandler.Json(HttpStatusCode.Accepted, "") : ScriptedHandler.Accepted("/fhir/jobs/7");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InvokeAsync(node, cancel.Token));

        Assert.Equal(("DELETE", "/fhir/jobs/7"), (node.Exchanges[^1].Method, node.Exchanges[^1].Url.AbsolutePath));
    }

    [Fact]
    public async Task GivenAnotherFhirVersion_WhenChecked_ThenTheReasonSaysSo()
    {
        var problem = await CheckAsync("""{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}""");

        Assert.Contains("4.0.1", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMissingOperation_WhenChecked_ThenTheReasonNamesIt()
    {
        var problem = await CheckAsync("""{"resourceType":"CapabilityStatement","fhirVersion":"5.0.0","rest":[{"operation":[{"name":"quality-report"}]}]}""");

        Assert.Contains("$train-round", problem.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("$quality-report", problem.Reason, StringComparison.Ordinal);
    }

    private static async Task<NodeUnavailableException> CheckAsync(string statement)
    {
        using var http = new HttpClient(new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.OK, statement)));
        using var client = Client(http);
        return await Assert.ThrowsAsync<NodeUnavailableException>(() => client.CheckAsync(ContractCatalog.All, TestContext.Current.CancellationToken));
    }

    private static async Task<QualityReportOutput> InvokeAsync(ScriptedHandler node, CancellationToken? cancellationToken = null, IProgress<string>? progress = null)
    {
        using var http = new HttpClient(node);
        using var client = Client(http);
        return await client.InvokeAsync(
            ContractCatalog.QualityReport, new QualityReportInput { Dataset = "ds-1" }, cancellationToken ?? TestContext.Current.CancellationToken, progress);
    }

    private static NodeClient Client(HttpClient http) => new(
        new NodeEndpoint("north", new Uri("http://node/fhir")), null, http, new NodeClientOptions { RetryDelay = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);

    private static string Batch(string status, string property, string json)
        => $$$"""{"resourceType":"Bundle","type":"batch-response","entry":[{"{{{property}}}":{{{json}}},"response":{"status":"{{{status}}}"}}]}""";

    private sealed class Told(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
