namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>A filter as it was written (R5 search_filter.html), before its names mean anything.</summary>
internal abstract record FilterExpression;
