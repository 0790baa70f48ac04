using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Keeps the file that came with a job until the job has ended: the request is answered before the file is read.</summary>
internal sealed class JobBodies(IOptions<NodeOptions> options)
{
    private readonly string _folder = Path.Combine(options.Value.Shared, "jobs");

    public async Task KeepAsync(string jobId, OperationBody body, CancellationToken cancellationToken)
    {
        try
        {
            await CopyAsync(PathOf(jobId), body, cancellationToken);
        }
        catch
        {
            Delete(jobId);
            throw;
        }
    }

    /// <summary>The file of a job, or null where there is none (any more).</summary>
    public OperationBody? Find(string jobId, string mediaType, string? fhirVersion)
        => File.Exists(PathOf(jobId)) ? new OperationBody(mediaType, () => File.OpenRead(PathOf(jobId))) { FhirVersion = fhirVersion } : null;

    public void Delete(string jobId)
    {
        if (File.Exists(PathOf(jobId)))
        {
            File.Delete(PathOf(jobId));
        }
    }

    private async Task CopyAsync(string path, OperationBody body, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        await using var source = body.Open();
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        await source.CopyToAsync(file, cancellationToken);
    }

    private string PathOf(string jobId) => Path.Combine(_folder, jobId + ".body");
}
