using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>How a client talks to nodes.</summary>
public sealed record NodeClientOptions
{
    /// <summary>Longest single HTTP exchange; longer than <see cref="Wait"/>.</summary>
    public TimeSpan ExchangeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the node may hold a request for its result before it answers 202 (<c>Prefer: wait</c>).</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause between polls where the node names none (<c>Retry-After</c>).</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause obeyed between polls.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a transient failure (no connection, 429, 502, 503, 504) is tried again.</summary>
    [Range(0, 20)]
    public int Retries { get; init; } = 3;

    /// <summary>First pause before such a try; it doubles.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(300);
}
