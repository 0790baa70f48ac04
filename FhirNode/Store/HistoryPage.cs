namespace GenoMed.Fhir.Store;

/// <summary>A page of versions.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Total">All versions that match.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record HistoryPage(IReadOnlyList<StoredResource> Versions, long Total, string? Next);
