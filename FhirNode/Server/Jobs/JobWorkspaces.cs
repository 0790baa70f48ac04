using System.Text;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>The folders of jobs that leave files, and their cursors in the store.</summary>
internal sealed class JobWorkspaces(IResourceStore store, NodeAddress address, IOptions<NodeOptions> options)
{
    private readonly string _root = Path.Combine(options.Value.Shared, "jobs");

    /// <summary>The ids of the jobs that have a folder.</summary>
    public IReadOnlyList<string> Ids => Directory.Exists(_root) ? [.. Directory.GetDirectories(_root).Select(path => Path.GetFileName(path))] : [];

    /// <summary>The workspace of a job, with the cursor that an earlier run of it left.</summary>
    public async Task<JobWorkspace> OpenAsync(string jobId, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(JobResources.BinaryType, JobWorkspace.CursorId(jobId), cancellationToken);
        var cursor = stored?.Resource is { } binary ? Encoding.UTF8.GetString(BinaryResource.Read(binary).Data.Span) : null;
        return new JobWorkspace(jobId, FolderOf(jobId), $"{address.BaseUrl}/{FhirRoute.Jobs}/{jobId}", cursor, stored?.VersionId ?? 0);
    }

    /// <summary>A file of a job, or null where there is none (any more).</summary>
    public OperationFile? Find(string jobId, string file)
    {
        var path = Path.Combine(FolderOf(jobId), Path.GetFileName(file));
        return Path.GetFileName(file) == file && File.Exists(path)
            ? new OperationFile(MediaType(file), (output, cancellationToken) => CopyAsync(path, output, cancellationToken))
            : null;
    }

    /// <summary>Takes the cursor of a job that has ended out of the store, all its versions.</summary>
    public Task ForgetCursorAsync(string jobId) => store.PurgeAsync([new ResourceKey(JobResources.BinaryType, JobWorkspace.CursorId(jobId))], CancellationToken.None);

    public void Delete(string jobId)
    {
        if (Directory.Exists(FolderOf(jobId)))
        {
            Directory.Delete(FolderOf(jobId), recursive: true);
        }
    }

    private static async Task CopyAsync(string path, Stream output, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await file.CopyToAsync(output, 128 * 1024, cancellationToken);
    }

    private static string MediaType(string file) => Path.GetExtension(file) switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        _ when file.EndsWith(".rows.ndjson", StringComparison.Ordinal) => "application/x-ndjson",
        _ => "application/fhir+ndjson",
    };

    private string FolderOf(string jobId) => Path.Combine(_root, jobId);
}
