using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads <c>_sort=a,-b</c>.</summary>
internal static class SearchSortReader
{
    public static IEnumerable<SearchSort> Read(string resourceType, string value)
        => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(key => ReadKey(resourceType, key));

    private static SearchSort ReadKey(string resourceType, string key)
    {
        var descending = key.StartsWith('-');
        var code = descending ? key[1..] : key;
        return SearchName.Find(resourceType, code, out var name) is { } refusal
            ? throw OperationProblem.Invalid($"_sort: {refusal}")
            : new SearchSort(name!.Code, name.Kind, descending);
    }
}
