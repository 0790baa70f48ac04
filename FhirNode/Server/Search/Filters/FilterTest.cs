namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary><c>path operator value</c>.</summary>
/// <param name="Path">One step or more.</param>
/// <param name="Operator">As it was written, in lower case.</param>
/// <param name="Value">Without quotes.</param>
/// <param name="Position">Where the test begins in the filter, counted from 0.</param>
internal sealed record FilterTest(IReadOnlyList<FilterStep> Path, string Operator, string Value, int Position) : FilterExpression;
