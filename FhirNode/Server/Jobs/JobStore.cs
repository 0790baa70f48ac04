using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Jobs in the resource store. A short job costs two commits: one when it is taken, one when it ends.</summary>
internal sealed class JobStore(IResourceStore store, TimeProvider time)
{
    private const int PageSize = 100;

    /// <summary>The Task as requested and its input, together.</summary>
    public async Task AddAsync(Job job, CancellationToken cancellationToken)
        => job.Version = (await store.CommitAsync(
            [JobResources.Write(job.Task), JobResources.Write(JobResources.InputId(job.Id), JobContent.Of(job.Request.Parameters))], cancellationToken))[0].VersionId;

    /// <summary>The Task in progress. False where another process has written it meanwhile: cancelled it or taken it over.</summary>
    public async Task<bool> TryBeginAsync(Job job)
    {
        var task = job.Task with { Status = TaskStatusCode.InProgress, BusinessStatus = job.ProgressText, LastModified = time.GetUtcNow() };
        if (await TryAsync([JobResources.Write(task) with { ExpectedVersion = job.Version }]) is not [var written])
        {
            return false;
        }

        job.Version = written.VersionId;
        return true;
    }

    /// <summary>The Task as it ended and its result, together. False where another process has written it meanwhile.</summary>
    public async Task<bool> TryEndAsync(FhirTask task, long version, JobOutcome outcome) => await TryAsync(
    [
        JobResources.Write(JobResources.Finished(task, outcome, time.GetUtcNow())) with { ExpectedVersion = version },
        JobResources.Write(JobResources.OutputId(task.Id!), outcome.Content),
    ]) is not null;

    /// <summary>Takes the result of a finished job out of reach; its Task stays.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellationToken)
        => store.CommitAsync([new StoreWrite(StoreMethod.Delete, JobResources.BinaryType, JobResources.OutputId(id), null)], cancellationToken);

    public async Task<JobRecord?> FindAsync(string id, CancellationToken cancellationToken)
        => JobResources.IsJob(id) && await store.ReadAsync(JobResources.TaskType, id, cancellationToken) is { Resource: { } task, VersionId: var version }
            ? new JobRecord(FhirTask.Read(task), version)
            : null;

    public async Task<Resource?> InputAsync(string id, CancellationToken cancellationToken)
        => (await ContentAsync(JobResources.InputId(id), cancellationToken))?.Resource;

    public Task<JobContent?> OutputAsync(string id, CancellationToken cancellationToken) => ContentAsync(JobResources.OutputId(id), cancellationToken);

    /// <summary>The jobs that had not ended when the node stopped.</summary>
    public async Task<IReadOnlyList<JobRecord>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        var found = new List<JobRecord>();
        var query = new SearchQuery(JobResources.TaskType, [Unfinished()], [], PageSize, WithTotal: false);
        do
        {
            var page = await store.SearchAsync(query, cancellationToken);
            found.AddRange(page.Matches.Where(match => JobResources.IsJob(match.Id)).Select(match => new JobRecord(FhirTask.Read(match.Resource!), match.VersionId)));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        return found;
    }

    private static SearchClause Unfinished()
        => new("status", SearchKind.Token, null, [new SearchValue(null, TaskStatusCode.Requested), new SearchValue(null, TaskStatusCode.InProgress)]);

    private async Task<IReadOnlyList<StoredResource>?> TryAsync(IReadOnlyList<StoreWrite> writes)
    {
        try
        {
            return await store.CommitAsync(writes, CancellationToken.None);
        }
        catch (OperationProblem problem) when (problem.Kind == ProblemKind.PreconditionFailed)
        {
            return null;
        }
    }

    private async Task<JobContent?> ContentAsync(string binaryId, CancellationToken cancellationToken)
        => await store.ReadAsync(JobResources.BinaryType, binaryId, cancellationToken) is { Resource: { } resource } && BinaryResource.Read(resource) is var binary
            ? new JobContent(binary.ContentType, binary.Data)
            : null;
}
