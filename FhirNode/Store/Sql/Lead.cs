namespace GenoMed.Fhir.Store.Sql;

/// <summary>How a search is led.</summary>
/// <param name="Filter">The position of the leading filter; null when all resources of the type are candidates.</param>
/// <param name="IsMany">
/// Whether it gives so many that a page is found sooner by walking along its order and asking each resource, than by
/// listing and sorting what the filter gives.
/// </param>
/// <param name="Listed">The positions of chains that lead to few resources, so that these are found once and not by each candidate anew.</param>
internal readonly record struct Lead(int? Filter, bool IsMany, params IReadOnlyList<int> Listed);
