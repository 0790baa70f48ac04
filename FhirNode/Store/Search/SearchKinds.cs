using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Store.Search;

/// <summary>How the definitions' search parameters are indexed.</summary>
public static class SearchKinds
{
    /// <summary>The kind of a parameter, or null for one that the index does not hold (special ones).</summary>
    public static SearchKind? Of(SearchParameterDefinition parameter) => parameter switch
    {
        { Code: "_id" } => SearchKind.Id,
        { Expression: null } => null,
        { Type: "token" } => SearchKind.Token,
        { Type: "string" } => SearchKind.String,
        { Type: "reference" } => SearchKind.Reference,
        { Type: "date" } => SearchKind.Date,
        { Type: "number" } => SearchKind.Number,
        { Type: "quantity" } => SearchKind.Quantity,
        { Type: "uri" } => SearchKind.Uri,
        { Type: "composite" } => SearchKind.Composite,
        _ => null,
    };
}
