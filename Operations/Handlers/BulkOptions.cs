using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Operations;

/// <summary>How data leave and enter a node in bulk.</summary>
public sealed record BulkOptions
{
    /// <summary>A file of an export that has reached this many bytes is followed by another. 256 MiB by default.</summary>
    [Range(1, long.MaxValue)]
    public long MaxFileBytes { get; init; } = 256L << 20;

    /// <summary>Hours for which the files of a finished job can be fetched; the guide of SQL on FHIR asks for 24 at least.</summary>
    [Range(1, 24 * 365)]
    public int RetentionHours { get; init; } = 72;

    /// <summary>The folder whose files <c>$import</c> may read by <c>file:</c> URLs; none by default, and then it reads no file.</summary>
    public string? ImportDirectory { get; init; }

    /// <summary>
    /// The hosts from which <c>$import</c> may fetch by http or https, as <c>host</c> or <c>host:port</c>; none by default.
    /// A host that is not named is not asked: a client must not use the node to reach into its network.
    /// </summary>
    public IReadOnlyList<string> ImportHosts { get; init; } = [];

    /// <summary>Lines of one commit of <c>$import</c>: more write fewer bytes to the disk, fewer let other clients in sooner.</summary>
    [Range(1, 100_000)]
    public int ImportBatch { get; init; } = 5_000;
}
