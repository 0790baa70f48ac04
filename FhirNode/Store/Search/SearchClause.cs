namespace GenoMed.Fhir.Store.Search;

/// <summary>One search parameter of a query, for example <c>code:not=a,b</c>.</summary>
/// <param name="Code">The parameter's code: <c>code</c>, <c>_id</c>, <c>birthdate</c>, ...</param>
/// <param name="Kind">How it is indexed and compared.</param>
/// <param name="Modifier">The modifier without its colon, or null.</param>
/// <param name="Values">The comma-separated alternatives, unescaped, with prefix split off.</param>
public sealed record SearchClause(string Code, SearchKind Kind, string? Modifier, IReadOnlyList<SearchValue> Values) : SearchFilter;
