namespace GenoMed.Fhir.Store;

/// <summary>Where a store's data lie; each engine takes what it needs.</summary>
/// <param name="Folder">A folder that is there, for engines that keep files.</param>
/// <param name="ConnectionString">For engines that are reached over a connection; null where none is configured.</param>
public sealed record StoreLocation(string Folder, string? ConnectionString)
{
    /// <summary>The server's own base URL without a slash at the end: references by it are indexed as relative ones. Null where it may change; a change indexes the store anew.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether words are indexed, for <c>_text</c> and <c>_content</c>; a change indexes the store anew.</summary>
    public bool FullText { get; init; }

    /// <summary>Told how far the store is while it is indexed anew at its opening; null where nobody asks.</summary>
    public IProgress<IndexProgress>? Progress { get; init; }
}
