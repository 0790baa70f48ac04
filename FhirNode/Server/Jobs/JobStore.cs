using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Jobs in the resource store. A short job costs two commits: one when it is taken, one when it ends.</summary>
internal sealed class JobStore(IResourceStore store, TimeProvider time)
{
    private const int PageSize = 100;

    /// <summary>The Task as requested and its input, together.</summary>
    public Task AddAsync(Job job, CancellationToken cancellationToken)
        => store.CommitAsync([JobResources.Write(job.Task), JobResources.Write(JobResources.InputId(job.Id), JobContent.Of(job.Request.Parameters))], cancellationToken);

    public Task BeginAsync(Job job)
        => store.CommitAsync([JobResources.Write(job.Task with { Status = TaskStatusCode.InProgress, BusinessStatus = job.ProgressText, LastModified = time.GetUtcNow() })], CancellationToken.None);

    /// <summary>The Task as it ended and its result, together.</summary>
    public Task EndAsync(FhirTask task, JobOutcome outcome) => store.CommitAsync(
        [JobResources.Write(JobResources.Finished(task, outcome, time.GetUtcNow())), JobResources.Write(JobResources.OutputId(task.Id!), outcome.Content)],
        CancellationToken.None);

    /// <summary>Takes the result of a finished job out of reach; its Task stays.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellationToken)
        => store.CommitAsync([new StoreWrite(StoreMethod.Delete, JobResources.BinaryType, JobResources.OutputId(id), null)], cancellationToken);

    public async Task<FhirTask?> FindAsync(string id, CancellationToken cancellationToken)
        => JobResources.IsJob(id) && await store.ReadAsync(JobResources.TaskType, id, cancellationToken) is { Resource: { } task } ? FhirTask.Read(task) : null;

    public async Task<Resource?> InputAsync(string id, CancellationToken cancellationToken)
        => (await ContentAsync(JobResources.InputId(id), cancellationToken))?.Resource;

    public Task<JobContent?> OutputAsync(string id, CancellationToken cancellationToken) => ContentAsync(JobResources.OutputId(id), cancellationToken);

    /// <summary>The jobs that had not ended when the node stopped.</summary>
    public async Task<IReadOnlyList<FhirTask>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        var found = new List<FhirTask>();
        var query = new SearchQuery(JobResources.TaskType, [Unfinished()], [], PageSize, WithTotal: false);
        do
        {
            var page = await store.SearchAsync(query, cancellationToken);
            found.AddRange(page.Matches.Where(match => JobResources.IsJob(match.Id)).Select(match => FhirTask.Read(match.Resource!)));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        return found;
    }

    private static SearchClause Unfinished()
        => new("status", SearchKind.Token, null, [new SearchValue(null, TaskStatusCode.Requested), new SearchValue(null, TaskStatusCode.InProgress)]);

    private async Task<JobContent?> ContentAsync(string binaryId, CancellationToken cancellationToken)
        => await store.ReadAsync(JobResources.BinaryType, binaryId, cancellationToken) is { Resource: { } resource } && BinaryResource.Read(resource) is var binary
            ? new JobContent(binary.ContentType, binary.Data)
            : null;
}
