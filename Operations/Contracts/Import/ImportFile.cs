namespace GenoMed.Fhir.Operations.Contracts.Import;

/// <summary>One file to import.</summary>
public sealed record ImportFile
{
    /// <summary>The type of its resources; null for any.</summary>
    public string? Type { get; init; }

    /// <summary>A file:, http: or https: URL.</summary>
    public required string Url { get; init; }
}
