using System.Collections.Concurrent;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>The jobs that wait or run in this process.</summary>
internal sealed class JobTable(IOptions<NodeOptions> options)
{
    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly int _most = options.Value.Limits.MaxConcurrentJobs + options.Value.Limits.MaxQueuedJobs;

    public Job? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <exception cref="OperationProblem">Busy: as many jobs wait as this node lets wait.</exception>
    public void Add(Job job)
    {
        if (_jobs.Count >= _most)
        {
            throw OperationProblem.Busy($"{_jobs.Count} jobs wait or run already; try again when some have ended.");
        }

        _jobs[job.Id] = job;
    }

    /// <summary>The jobs of this moment.</summary>
    public ICollection<Job> All => _jobs.Values;

    /// <summary>Adds a job that another process had taken, however many wait here.</summary>
    public void Take(Job job) => _jobs[job.Id] = job;

    public void Remove(Job job) => _jobs.TryRemove(job.Id, out _);
}
