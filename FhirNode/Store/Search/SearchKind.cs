namespace GenoMed.Fhir.Store.Search;

/// <summary>The types of search parameter (http://hl7.org/fhir/search-param-type) that the index holds.</summary>
public enum SearchKind
{
    Id,
    Token,
    String,
    Reference,
    Date,
    Number,
    Quantity,
    Uri,
    Composite,

    /// <summary>Words of the narrative.</summary>
    Narrative,

    /// <summary>Words of the whole resource.</summary>
    Content,
}
