using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads the values of one parameter and checks each by its kind and modifier.</summary>
internal static class SearchClauseReader
{
    /// <exception cref="OperationProblem">Invalid: a value is not of the parameter's kind.</exception>
    public static SearchClause Read(SearchName name, string value, SearchParserOptions options)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw OperationProblem.Invalid("A value has no character U+0000; FHIR's strings have none.");
        }

        var values = SearchText.Split(value, ',').Where(part => part.Length > 0).Select(part => Parse(name, part)).ToList();
        return values.Count > 0 ? Read(name, values, options) : throw OperationProblem.Invalid($"'{value}' holds no value.");
    }

    /// <summary>The clause of one value, compared by an operator that takes a prefix's place.</summary>
    /// <exception cref="OperationProblem">Invalid: the value is not of the parameter's kind.</exception>
    public static SearchClause Read(SearchName name, string? comparison, string text, SearchParserOptions options)
        => Clause(name, [.. Forms(name, new SearchValue(null, text), options).Select(value => value with { Prefix = comparison })], options.Terminology);

    private static SearchClause Read(SearchName name, IReadOnlyList<SearchValue> values, SearchParserOptions options)
        => Clause(name, [.. values.SelectMany(value => Forms(name, value, options))], options.Terminology);

    private static IEnumerable<SearchValue> Forms(SearchName name, SearchValue value, SearchParserOptions options)
        => OwnReference.Forms(name, Checked(name, value), options.BaseUrl);

    private static SearchValue Parse(SearchName name, string text) => name.Modifier is null ? SearchValue.Parse(name.Kind, text) : new SearchValue(null, text);

    private static SearchValue Checked(SearchName name, SearchValue value)
        => SearchValueCheck.Fault(name, value) is { } fault ? throw OperationProblem.Invalid($"'{Shown(value.Prefix + value.Text)}' {fault}.") : value;

    // The texts of tokens and references stand in the index under names of their own.
    private static SearchClause Clause(SearchName name, IReadOnlyList<SearchValue> values, ITerminology terminology) => name switch
    {
        { Kind: SearchKind.Token or SearchKind.Reference, Modifier: "text" } => new SearchClause(name.Code + SearchClause.TextSuffix, SearchKind.String, "contains", values),
        { Kind: SearchKind.Token, Modifier: "code-text" } => new SearchClause(name.Code + SearchClause.TextSuffix, SearchKind.String, null, values),
        { Kind: SearchKind.Token, Modifier: "of-type" } => new SearchClause(name.Code + SearchClause.OfTypeSuffix, SearchKind.Token, null, [.. values.Select(OfType)]),
        { Kind: SearchKind.Token, Modifier: { } modifier } when TerminologyValues.IsNeededBy(modifier) => new SearchClause(
            name.Code, name.Kind, modifier == "not-in" ? "not" : null, TerminologyValues.Expand(modifier, values, terminology)),
        _ => new SearchClause(name.Code, name.Kind, name.Modifier, values),
    };

    // system|code|value: the index holds code|value as one code of the type's system.
    private static SearchValue OfType(SearchValue value)
    {
        var parts = SearchText.Split(value.Text, '|');
        return new SearchValue(null, $@"{parts[0]}|{parts[1]}\|{parts[2]}");
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "...";
}
