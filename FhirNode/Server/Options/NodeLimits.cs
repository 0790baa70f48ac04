using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Node.Options;

/// <summary>Bounds that keep one request or job from starving the others.</summary>
public sealed record NodeLimits
{
    /// <summary>Largest request body in bytes.</summary>
    [Range(1024, int.MaxValue)]
    public int MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Largest body in bytes of an operation that takes a file, such as NDJSON; it is read as a stream.</summary>
    [Range(1024, 1099511627776)]
    public long MaxFileBytes { get; init; } = 17_179_869_184;

    /// <summary>Most entries of one transaction or batch.</summary>
    [Range(1, 1_000_000)]
    public int MaxBundleEntries { get; init; } = 10_000;

    /// <summary>Seconds after which a job is stopped and its Task fails.</summary>
    [Range(1, 7 * 24 * 3600)]
    public int JobDeadlineSeconds { get; init; } = 3600;

    /// <summary>Operations that run at once; more wait for their turn.</summary>
    [Range(1, 1024)]
    public int MaxConcurrentJobs { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Jobs that may wait for their turn; the next is answered 429.</summary>
    [Range(1, 100_000)]
    public int MaxQueuedJobs { get; init; } = 256;

    /// <summary>Longest <c>wait</c> preference in seconds that is honoured; a longer one is shortened to it.</summary>
    [Range(0, 3600)]
    public int MaxWaitSeconds { get; init; } = 60;

    /// <summary>Lifetime of an access token in seconds (SMART Backend Services recommends 300 at most).</summary>
    [Range(1, 3600)]
    public int TokenLifetimeSeconds { get; init; } = 300;
}
