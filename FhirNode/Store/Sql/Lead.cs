namespace GenoMed.Fhir.Store.Sql;

/// <summary>How a search is led.</summary>
/// <param name="Filter">The position of the leading filter; null when all resources of the type are candidates.</param>
/// <param name="IsMany">
/// Whether it gives so many that a page is found sooner by walking along its order and asking each resource, than by
/// listing and sorting what the filter gives.
/// </param>
internal readonly record struct Lead(int? Filter, bool IsMany);
