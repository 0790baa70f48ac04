namespace GenoMed.Fhir.Store;

/// <summary>A page of versions.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Total">All versions that match; 0 when they were not to be counted.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record HistoryPage(IReadOnlyList<StoredResource> Versions, long Total, string? Next);
