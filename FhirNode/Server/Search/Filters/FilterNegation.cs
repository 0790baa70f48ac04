namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary><c>not (filter)</c>.</summary>
internal sealed record FilterNegation(FilterExpression Filter) : FilterExpression;
