namespace GenoMed.Fhir.Store.Search;

/// <summary>One search parameter of a query, for example <c>code:not=a,b</c>.</summary>
/// <param name="Code">The parameter's code: <c>code</c>, <c>_id</c>, <c>birthdate</c>, ...</param>
/// <param name="Kind">How it is indexed and compared.</param>
/// <param name="Modifier">The modifier without its colon, or null.</param>
/// <param name="Values">The comma-separated alternatives, unescaped, with prefix split off.</param>
public sealed record SearchClause(string Code, SearchKind Kind, string? Modifier, IReadOnlyList<SearchValue> Values) : SearchFilter
{
    /// <summary>A modifier: a value of the resource equals none of these. (<c>not</c>: no value of it equals one of these.)</summary>
    public const string Unequal = "ne";

    /// <summary>Behind a token's or reference's code: the texts of what it holds, as strings.</summary>
    public const string TextSuffix = ":text";

    /// <summary>Behind a token's code: identifiers by the type that they have.</summary>
    public const string OfTypeSuffix = ":of-type";
}
