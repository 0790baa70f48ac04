using System.ComponentModel.DataAnnotations;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Options;

/// <summary>Where a node keeps its resources.</summary>
public sealed record NodeStoreOptions
{
    /// <summary>The environment variable that holds the connection string where the configuration has none: it may carry a password.</summary>
    public const string ConnectionVariable = "GENOMED_STORE_CONNECTION";

    /// <summary>A name of the <see cref="StoreCatalog"/>: <c>sqlite</c> is a file in the node's folder, <c>postgres</c> a database that several node processes may share.</summary>
    [Required]
    public string Engine { get; init; } = "sqlite";

    /// <summary>For <c>postgres</c>, as Npgsql reads it: <c>Host=db;Database=genomed;Username=genomed;Password=...</c>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// Where processes that share a store keep what else they share: the node's key, and the files of jobs. A folder that all
    /// of them see; the node's data directory where it is not set.
    /// </summary>
    public string? SharedDirectory { get; init; }

    /// <summary>
    /// Whether words of narratives and contents are indexed, for <c>_text</c> and <c>_content</c>. Writing then costs more, and the store
    /// more room. A change indexes what is there anew at the next start. The same for all processes that share a store.
    /// </summary>
    public bool FullText { get; init; }

    /// <summary>Whether other processes may have the same store open.</summary>
    internal bool IsShared => StoreCatalog.Find(Engine)!.IsShared;

    /// <summary>The connection string of the configuration, or else of the environment.</summary>
    internal string? Connection => ConnectionString ?? Environment.GetEnvironmentVariable(ConnectionVariable);
}
