using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>A filter's values as values of a search.</summary>
internal static class FilterValue
{
    // R5 search_filter.html: codes that stand for the systems' URLs.
    private static readonly Dictionary<string, string> Systems = new(StringComparer.Ordinal)
    {
        ["loinc"] = "http://loinc.org",
        ["snomed"] = "http://snomed.info/sct",
        ["rxnorm"] = "http://www.nlm.nih.gov/research/umls/rxnorm",
        ["ucum"] = "http://unitsofmeasure.org",
    };

    /// <summary>A string means its characters; the values of other kinds are written as in a search, escapes included.</summary>
    public static string Text(SearchName name, string value) => name switch
    {
        { Kind: SearchKind.String or SearchKind.Uri } => SearchText.Escape(value),
        { Kind: SearchKind.Token, Modifier: not "in" } => WithSystem(value, 0),
        { Kind: SearchKind.Quantity } => WithSystem(value, 1),
        _ => value,
    };

    private static string WithSystem(string value, int part)
    {
        var parts = SearchText.Split(value, '|').ToList();
        if (parts.Count > part + 1 && Systems.TryGetValue(parts[part], out var system))
        {
            parts[part] = system;
        }

        return string.Join('|', parts);
    }
}
