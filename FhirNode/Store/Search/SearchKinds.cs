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
        _ => OfType(parameter.Type),
    };

    /// <summary>The kind of a code of http://hl7.org/fhir/search-param-type, or null for <c>special</c>.</summary>
    public static SearchKind? OfType(string type) => type switch
    {
        "token" => SearchKind.Token,
        "string" => SearchKind.String,
        "reference" => SearchKind.Reference,
        "date" => SearchKind.Date,
        "number" => SearchKind.Number,
        "quantity" => SearchKind.Quantity,
        "uri" => SearchKind.Uri,
        "composite" => SearchKind.Composite,
        _ => null,
    };
}
