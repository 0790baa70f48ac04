using System.Net;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests.Jobs;

public sealed class JobRecoveryTests
{
    private const string Empty = """{"resourceType":"Parameters","id":"in"}""";

    // Held in the first node; free in the second.
    private sealed class PureOperation(bool holds) : IOperation
    {
        public OperationContract Contract { get; } = TestContract.Of("pure");

        public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
        {
            await Task.Delay(holds ? Timeout.Infinite : 0, context.CancellationToken);
            return parameters;
        }
    }

    private static Task<TestNode> StartAsync(string? data, bool first) => TestNode.StartAsync(
        data: data, configure: services => services.AddSingleton<IOperation>(new PureOperation(first)), keepData: first);

    [Fact]
    public async Task GivenUnfinishedJobs_WhenTheNodeStartsAgain_ThenPureOnesRunAndOthersFailVisibly()
    {
        string pure, changing, data;
        await using (var first = await StartAsync(null, first: true))
        {
            data = first.Data;
            pure = (await first.PostAsync("$pure", Empty, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"].Replace(first.Base, "");
            changing = (await first.PostAsync("$gate", Empty, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"].Replace(first.Base, "");
            await first.Services.GetRequiredService<Gate>().Entered.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        await using var second = await StartAsync(data, first: false);
        var again = (await second.GetAsync(pure, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("in", again.GetProperty("entry")[0].GetProperty("resource").GetProperty("id").GetString());
        var failed = (await second.GetAsync(changing)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.StartsWith("500", failed.GetProperty("entry")[0].GetProperty("response").GetProperty("status").GetString());
        var task = (await second.GetAsync(changing.Replace("_jobs", "Task"))).Json;
        Assert.Equal("failed", task.GetProperty("status").GetString());
        Assert.Contains("interrupted by a restart", task.GetProperty("statusReason").ToString());
    }

    [Fact]
    public async Task GivenAJobUnderWhichTheNodeEndsEachTime_WhenItStartsOnceMore_ThenTheJobFailsAndTheNodeGoesOn()
    {
        string job, data;
        await using (var first = await StartAsync(null, first: true))
        {
            data = first.Data;
            job = (await first.PostAsync("$pure", Empty, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"].Replace(first.Base, "");
        }

        for (var restart = 0; restart < 5; restart++)
        {
            await using var node = await TestNode.StartAsync(
                data: data, configure: services => services.AddSingleton<IOperation>(new PureOperation(holds: true)), keepData: true);
            (await node.GetAsync(job)).ShouldBe(HttpStatusCode.Accepted);
        }

        await using var last = await StartAsync(data, first: false);
        var failed = (await last.GetAsync(job, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.StartsWith("500", failed.GetProperty("entry")[0].GetProperty("response").GetProperty("status").GetString());
        Assert.Contains("6 times", (await last.GetAsync(job.Replace("_jobs", "Task"))).Json.GetProperty("statusReason").ToString());
        (await last.PostAsync("$pure", Empty)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenFinishedJob_WhenTheNodeStartsAgain_ThenItsResultIsStillThere()
    {
        string job, data;
        await using (var first = await TestNode.StartAsync(keepData: true))
        {
            data = first.Data;
            job = (await first.PostAsync("$echo", Empty, ("Prefer", "respond-async"))).Headers["Content-Location"];
            (await first.GetAsync(job, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK);
            job = job.Replace(first.Base, "");
        }

        await using var second = await TestNode.StartAsync(data: data);
        (await second.GetAsync(job)).ShouldBe(HttpStatusCode.OK);
    }
}
