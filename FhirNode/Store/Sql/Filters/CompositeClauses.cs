using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Index.Layout;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Composites of a whole resource, as conditions on the parameters of their parts: any value of one goes with any of the other.</summary>
internal static class CompositeClauses
{
    /// <summary>Whether the parameter also stands for elements within the resource, whose parts belong together.</summary>
    public static bool HasRows(string resourceType, string code) => IndexLayout.Of(resourceType).Derived(code) is not { Places.Count: 0 };

    /// <summary>The alternatives; of each, all clauses hold.</summary>
    public static IEnumerable<IReadOnlyList<SearchClause>> Of(string resourceType, SearchClause composite)
        => composite.Values.SelectMany(value => Parameters(resourceType, composite.Code).Select(parts => Split(composite.Code, value, parts)));

    /// <summary>The parameters, with their kinds, that together say what the composite does.</summary>
    public static IReadOnlyList<IReadOnlyList<(string Code, SearchKind Kind)>> Parameters(string resourceType, string code)
    {
        var kinds = CompositeParts.Kinds(R5Definitions.Instance.SearchParameter(resourceType, code)!);
        return [.. (IndexLayout.Of(resourceType).Derived(code)?.Conjunctions ?? []).Select(IReadOnlyList<(string, SearchKind)> (codes) => [.. codes.Zip(kinds)])];
    }

    /// <summary>The filters, where one composite that is but a conjunction became its parts: the rarer of them can then lead.</summary>
    public static IEnumerable<SearchFilter> Expand(SearchQuery query) => query.Clauses.SelectMany(IEnumerable<SearchFilter> (filter) =>
        filter is SearchClause { Kind: SearchKind.Composite, Modifier: null, Values.Count: 1 } composite && query.Types is [var type] && !HasRows(type, composite.Code)
            && Of(type, composite).ToList() is [var parts]
            ? parts
            : [filter]);

    private static IReadOnlyList<SearchClause> Split(string code, SearchValue value, IReadOnlyList<(string Code, SearchKind Kind)> parameters)
    {
        var parts = Parts(code, value, parameters.Count);
        return [.. parameters.Select((parameter, i) => new SearchClause(parameter.Code, parameter.Kind, null, [SearchValue.Parse(parameter.Kind, parts[i])]))];
    }

    /// <summary>The parts of a value.</summary>
    /// <exception cref="OperationProblem">Invalid: there are more or fewer.</exception>
    public static IReadOnlyList<string> Parts(string code, SearchValue value, int count)
    {
        var parts = SearchText.Split(value.Text, '$');
        return parts.Count == count
            ? parts
            : throw OperationProblem.Invalid($"'{value.Text}' has {parts.Count} parts; {code} takes {count}, joined by $.", code);
    }
}
