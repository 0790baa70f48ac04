namespace GenoMed.Fhir.Store.Search;

/// <summary>A page of matches.</summary>
/// <param name="Matches">Current versions, in order.</param>
/// <param name="Total">All matches, or null when the query did not ask.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record SearchPage(IReadOnlyList<StoredResource> Matches, long? Total, string? Next);
