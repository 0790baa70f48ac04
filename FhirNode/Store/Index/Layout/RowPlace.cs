namespace GenoMed.Fhir.Store.Index.Layout;

/// <summary>Where values of a parameter stand in the index.</summary>
/// <param name="Code">The parameter under whose name the rows are.</param>
/// <param name="Target">Only its references to this type; null for all rows.</param>
internal sealed record RowPlace(string Code, string? Target = null);
