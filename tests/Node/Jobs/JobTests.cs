using System.Net;
using GenoMed.Fhir.Node.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests.Jobs;

public sealed class JobTests : IAsyncLifetime
{
    private const string Empty = """{"resourceType":"Parameters","id":"in"}""";
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(options => options with { Limits = options.Limits with { MaxConcurrentJobs = 2, MaxQueuedJobs = 2, JobDeadlineSeconds = 30 } });

    public ValueTask DisposeAsync()
    {
        _node.Services.GetRequiredService<Gate>().Open();
        return _node.DisposeAsync();
    }

    private Gate Gate => _node.Services.GetRequiredService<Gate>();

    private async Task<string> StartAsync(string operation = "$gate")
        => (await _node.PostAsync(operation, Empty, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"];

    private static string TaskOf(string job) => "Task/" + job.Split('/')[^1];

    [Fact]
    public async Task GivenRespondAsync_WhenPolled_ThenProgressThenABatchResponse()
    {
        var job = await StartAsync();
        Assert.StartsWith(_node.Base + "_jobs/", job);
        await Gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var running = (await _node.GetAsync(job)).ShouldBe(HttpStatusCode.Accepted);
        Assert.Equal("50% at the gate", running.Headers["X-Progress"]);
        Assert.Equal("1", running.Headers["Retry-After"]);
        Gate.Open();
        var bundle = (await _node.GetAsync(job, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("batch-response", bundle.GetProperty("type").GetString());
        Assert.Equal("200 OK", bundle.GetProperty("entry")[0].GetProperty("response").GetProperty("status").GetString());
        Assert.Equal("in", bundle.GetProperty("entry")[0].GetProperty("resource").GetProperty("id").GetString());
        Assert.Equal(bundle.ToString(), (await _node.GetAsync(job)).Text);
    }

    [Fact]
    public async Task GivenWait_WhenReadyInTime_ThenTheResultItselfAndACompletedTask()
    {
        var answer = (await _node.PostAsync("$echo", Empty, ("Prefer", "respond-async, wait=10"))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("Parameters", answer.Json.GetProperty("resourceType").GetString());
        var task = (await _node.GetAsync("Task?status=completed")).Json.GetProperty("entry")[0].GetProperty("resource");
        Assert.Equal("http://example.org/echo", task.GetProperty("instantiatesUri").GetString());
        Assert.Equal("order", task.GetProperty("intent").GetString());
    }

    [Fact]
    public async Task GivenWait_WhenNotReadyInTime_ThenAccepted()
    {
        (await _node.PostAsync("$gate", Empty, ("Prefer", "respond-async, wait=1"))).ShouldBe(HttpStatusCode.Accepted);
        Gate.Open();
    }

    [Fact]
    public async Task GivenRefusal_WhenAsync_ThenWaitGivesItAndPollWrapsIt()
    {
        const string refused = """{"resourceType":"Parameters","id":"refuse"}""";
        Assert.Equal("business-rule", (await _node.PostAsync("$echo", refused, ("Prefer", "respond-async, wait=10"))).ShouldBe(HttpStatusCode.UnprocessableEntity).IssueCode);
        var job = (await _node.PostAsync("$echo", refused, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"];
        var response = (await _node.GetAsync(job, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry")[0].GetProperty("response");
        Assert.StartsWith("422", response.GetProperty("status").GetString());
        Assert.Equal("refused on purpose", response.GetProperty("outcome").GetProperty("issue")[0].GetProperty("diagnostics").GetString());
        var task = (await _node.GetAsync(TaskOf(job))).Json;
        Assert.Equal("failed", task.GetProperty("status").GetString());
        Assert.Contains("refused on purpose", task.GetProperty("statusReason").ToString());
    }

    [Fact]
    public async Task GivenFault_WhenAsync_ThenServerErrorWithoutDetails()
    {
        var answer = (await _node.PostAsync("$echo", """{"resourceType":"Parameters","id":"explode"}""", ("Prefer", "respond-async, wait=10"))).ShouldBe(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", answer.Text);
    }

    [Fact]
    public async Task GivenRunningJob_WhenDeleted_ThenItStopsAndItsTaskIsCancelled()
    {
        var job = await StartAsync();
        await Gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        (await _node.SendAsync("DELETE", job)).ShouldBe(HttpStatusCode.Accepted);
        await Gate.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        (await _node.GetAsync(job)).ShouldBe(HttpStatusCode.NotFound);
        Assert.Equal("cancelled", await StatusAsync(TaskOf(job), "cancelled"));
    }

    [Fact]
    public async Task GivenFinishedJob_WhenDeleted_ThenItsResultIsGone()
    {
        var job = await StartAsync("$echo");
        (await _node.GetAsync(job, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK);
        (await _node.SendAsync("DELETE", job)).ShouldBe(HttpStatusCode.Accepted);
        (await _node.GetAsync(job)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task GivenMoreJobsThanPlaces_WhenStarted_ThenTheyWaitAndTheNextIsRefused()
    {
        var jobs = new List<string>();
        for (var n = 0; n < 4; n++)
        {
            jobs.Add(await StartAsync());
        }

        Assert.Equal("throttled", (await _node.PostAsync("$gate", Empty, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.TooManyRequests).IssueCode);
        Assert.Equal("in-progress", await StatusAsync(TaskOf(jobs[0]), "in-progress"));
        Gate.Open();
        foreach (var job in jobs)
        {
            (await _node.GetAsync(job, ("Prefer", "wait=20"))).ShouldBe(HttpStatusCode.OK);
        }

        Assert.Equal(2, Gate.MostAtOnce);
    }

    [Fact]
    public async Task GivenDeadline_WhenItPasses_ThenTheJobFailsAsTimeout()
    {
        await using var node = await TestNode.StartAsync(options => options with { Limits = options.Limits with { JobDeadlineSeconds = 1 } });
        var answer = (await node.PostAsync("$gate", Empty, ("Prefer", "respond-async, wait=20"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("timeout", answer.IssueCode);
    }

    [Theory]
    [InlineData("_jobs/none")]
    [InlineData("_jobs/job-none")]
    public async Task GivenNoSuchJob_WhenPolled_ThenNotFound(string path) => (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.NotFound);

    private async Task<string?> StatusAsync(string task, string expected)
    {
        string? status = null;
        for (var attempt = 0; attempt < 100 && status != expected; attempt++)
        {
            status = (await _node.GetAsync(task)).Json.GetProperty("status").GetString();
            await Task.Delay(50);
        }

        return status;
    }
}
