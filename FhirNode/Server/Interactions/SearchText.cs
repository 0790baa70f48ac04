using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Reads a search until the full parser is there.</summary>
internal static class SearchText
{
    public static (SearchQuery Query, IReadOnlyList<string> Ignored) Parse(string type, IReadOnlyList<KeyValuePair<string, string>> parameters, bool lenient)
    {
        var clauses = new List<SearchClause>();
        var ignored = new List<string>();
        var (count, cursor) = (PageLinks.DefaultCount, (string?)null);
        foreach (var (name, value) in parameters)
        {
            if (name == "_count")
            {
                count = PageLinks.Count(value);
            }
            else if (name == PageLinks.Cursor)
            {
                cursor = value;
            }
            else if (name is "_format" or "_pretty" or "_total")
            {
                continue;
            }
            else if (R5Definitions.Instance.SearchParameter(type, name) is { } definition && Enum.TryParse<SearchKind>(name == "_id" ? "Id" : definition.Type, true, out var kind))
            {
                clauses.Add(new SearchClause(name, kind, null, [.. value.Split(',').Select(text => new SearchValue(null, text))]));
            }
            else if (lenient)
            {
                ignored.Add(name);
            }
            else
            {
                throw OperationProblem.Invalid($"'{name}' is not a search parameter of {type}.");
            }
        }

        return (new SearchQuery(type, clauses, [], count, cursor), ignored);
    }
}
