namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>Filters joined by one word.</summary>
/// <param name="IsAnd">True for <c>and</c>, false for <c>or</c>.</param>
/// <param name="Parts">Two or more.</param>
internal sealed record FilterGroup(bool IsAnd, IReadOnlyList<FilterExpression> Parts) : FilterExpression;
