namespace GenoMed.Fhir.Store;

/// <summary>Where a store's data lie; each engine takes what it needs.</summary>
/// <param name="Folder">A folder that is there, for engines that keep files.</param>
/// <param name="ConnectionString">For engines that are reached over a connection; null where none is configured.</param>
public sealed record StoreLocation(string Folder, string? ConnectionString)
{
    /// <summary>The server's own base URL without a slash at the end: references by it are indexed as relative ones. Null where it may change; a change indexes the store anew.</summary>
    public string? BaseUrl { get; init; }
}
