using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>Reads one test of a filter as a clause of its parameter.</summary>
internal static class FilterTestReader
{
    /// <exception cref="OperationProblem">NotSupported: no such parameter, or it does not take the operator. Invalid: a value that is not of the parameter's kind.</exception>
    public static SearchClause Read(string resourceType, string parameter, string operation, string value, SearchParserOptions options)
    {
        var name = SearchName.Read(resourceType, parameter);
        Check(name, operation);
        return operation switch
        {
            FilterOperators.Present => Present(name, value),
            "in" => Clause(name with { Modifier = "in" }, null, value, options),
            "ss" => Clause(name with { Modifier = "below" }, null, value, options),
            "sb" => Clause(name with { Modifier = "above" }, null, value, options),
            "ne" when name.Kind is SearchKind.Token or SearchKind.Reference or SearchKind.Uri or SearchKind.Id => Unequal(Clause(name, null, value, options)),
            "eq" or "re" when name.Kind is not SearchKind.String => Clause(name, null, value, options),
            _ => Clause(name, operation, value, options),
        };
    }

    private static void Check(SearchName name, string operation)
    {
        if (name.Modifier is { } modifier)
        {
            throw OperationProblem.NotSupported($"'{name.Code}:{modifier}': a filter's parameters take operators, not modifiers; here: {string.Join(", ", FilterOperators.Of(name))}.");
        }

        if (!FilterOperators.Of(name).Contains(operation))
        {
            throw OperationProblem.NotSupported($"'{name.Code}' ({name.Definition.Type}) does not take '{operation}'; it takes {string.Join(", ", FilterOperators.Of(name))}.");
        }
    }

    // What every resource has was refused; what is left has rows where there is a value.
    private static SearchClause Present(SearchName name, string value) => value == "true"
        ? new SearchClause(name.Code, name.Kind, "missing", [new SearchValue(null, "false")])
        : throw OperationProblem.Invalid($"'{value}' is not true or false, which pr takes.");

    private static SearchClause Unequal(SearchClause equal) => equal with { Modifier = equal.Kind == SearchKind.Id ? "not" : SearchClause.Unequal };

    private static SearchClause Clause(SearchName name, string? operation, string value, SearchParserOptions options)
        => SearchClauseReader.Read(name, operation, FilterValue.Text(name, value), options);
}
