using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads <c>_sort=a,-b</c>.</summary>
internal static class SearchSortReader
{
    private const int MaxKeys = 8;

    public static IReadOnlyList<SearchSort> Read(string resourceType, string value)
    {
        var keys = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(key => ReadKey(resourceType, key)).ToList();
        return keys.Count <= MaxKeys ? keys : throw OperationProblem.Invalid($"_sort takes at most {MaxKeys} keys.");
    }

    private static SearchSort ReadKey(string resourceType, string key)
    {
        var descending = key.StartsWith('-');
        var name = SearchName.Read(resourceType, descending ? key[1..] : key);
        return name is { Modifier: null, Kind: not SearchKind.Composite }
            ? new SearchSort(name.Code, name.Kind, descending)
            : throw OperationProblem.Invalid($"'{key}' cannot be sorted by.");
    }
}
