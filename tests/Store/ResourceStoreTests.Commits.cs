using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenOneRefusedWrite_WhenCommitted_ThenNoneIsThere()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        Assert.Equal(ProblemKind.Conflict, await ProblemAsync(() => Store.CommitAsync(
            [Create(Patient("A"), "a"), Update(Patient("Changed"), "p1"), Create(Patient("B"), "p1")], Token)));
        Assert.Null(await Store.ReadAsync("Patient", "a", Token));
        Assert.Equal(1, (await Store.ReadAsync("Patient", "p1", Token))!.VersionId);
    }

    [Fact]
    public async Task GivenSeveralWritesOfOneResource_WhenCommitted_ThenTheyApplyInOrder()
    {
        var written = await Store.CommitAsync([Create(Patient("A"), "p"), Update(Patient("B"), "p", 1), Delete("Patient", "p")], Token);
        Assert.Equal([1, 2, 3], written.Select(version => version.VersionId));
        Assert.True((await Store.ReadAsync("Patient", "p", Token))!.IsDeleted);
    }

    [Fact]
    public async Task GivenManyCommitsAtOnce_WhenSomeAreRefused_ThenOnlyThoseAreMissing()
    {
        await CommitAsync(Create(Patient("Rossi"), "taken"));
        var commits = Enumerable.Range(0, 64).Select(i => i % 4 == 0
            ? Store.CommitAsync([Create(Patient("X"), $"p{i}"), Create(Patient("X"), "taken")], Token)
            : Store.CommitAsync([Create(Patient("X"), $"p{i}")], Token)).ToList();
        await Task.WhenAll(commits.Select(commit => commit.ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default)));
        for (var i = 0; i < commits.Count; i++)
        {
            Assert.Equal(i % 4 == 0, commits[i].IsFaulted);
            Assert.Equal(i % 4 == 0, await Store.ReadAsync("Patient", $"p{i}", Token) is null);
        }
    }

    [Fact]
    public async Task Given16WritersOfOneResource_WhenEachIncrementsWithIfMatch_ThenNoUpdateIsLost()
    {
        const int Writers = 16;
        const int Increments = 10;
        await CommitAsync(Create(Counter(0), "c"));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => IncrementAsync(Increments), Token)));
        var end = await Store.ReadAsync("Basic", "c", Token);
        Assert.Equal(Writers * Increments, CountOf(end!));
        Assert.Equal(Writers * Increments + 1, end!.VersionId);
    }

    [Fact]
    public async Task GivenACancelledToken_WhenCommitted_ThenCancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync([Create(Patient("A"), "a")], cancelled));
        Assert.Null(await Store.ReadAsync("Patient", "a", Token));
    }

    [Fact]
    public async Task GivenAClockThatGoesBack_WhenCommitted_ThenLastUpdatedDoesNot()
    {
        var first = await CommitAsync(Create(Patient("A"), "a"));
        _fixture.Time.Now -= TimeSpan.FromDays(1);
        var second = await CommitAsync(Create(Patient("B"), "b"));
        Assert.True(second.LastUpdated >= first.LastUpdated);
    }

    private static string Counter(int count) => $$$"""{"resourceType":"Basic","code":{"text":"{{{count}}}"}}""";

    private static int CountOf(StoredResource stored)
        => int.Parse(stored.Resource!.Element.GetProperty("code").GetProperty("text").GetString()!, CultureInfo.InvariantCulture);

    private async Task IncrementAsync(int times)
    {
        for (var done = 0; done < times;)
        {
            var current = (await Store.ReadAsync("Basic", "c", Token))!;
            try
            {
                await CommitAsync(Update(Counter(CountOf(current) + 1), "c", current.VersionId));
                done++;
            }
            catch (OperationProblem problem) when (problem.Kind == ProblemKind.PreconditionFailed)
            {
                await Task.Yield();
            }
        }
    }
}
