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

    /// <summary>The connection string of the configuration, or else of the environment.</summary>
    internal string? Connection => ConnectionString ?? Environment.GetEnvironmentVariable(ConnectionVariable);
}
