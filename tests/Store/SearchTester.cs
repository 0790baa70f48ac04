using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests;

/// <summary>Short ways to write queries in tests: <c>"token code:not=a,b"</c>.</summary>
internal static class SearchTester
{
    public static SearchQuery Query(string type, params string[] clauses) => new(type, [.. clauses.Select(Clause)], [], 100);

    public static SearchSort Sort(string text)
    {
        var (kind, key) = Pair(text, ' ');
        return new SearchSort(key.TrimStart('-'), Enum.Parse<SearchKind>(kind, ignoreCase: true), key.StartsWith('-'));
    }

    /// <summary><c>"subject:Patient token gender=male"</c> or <c>"has Observation subject token code=x"</c>.</summary>
    public static SearchFilter Chain(string text)
    {
        if (text.StartsWith("has ", StringComparison.Ordinal))
        {
            var parts = text.Split(' ', 4);
            return new ReverseChainFilter(parts[1], parts[2], [Clause(parts[3])]);
        }

        var (link, rest) = Pair(text, ' ');
        var (code, target) = Pair(link, ':');
        return new ChainFilter(code, target, [Clause(rest)]);
    }

    private static SearchClause Clause(string text)
    {
        var (kind, rest) = Pair(text, ' ');
        var (name, values) = Pair(rest, '=');
        var (code, modifier) = name.Contains(':', StringComparison.Ordinal) ? Pair(name, ':') : (name, null!);
        var parsed = Enum.Parse<SearchKind>(kind, ignoreCase: true);
        return new SearchClause(code, parsed, modifier, [.. SearchText.Split(values, ',').Select(value => Value(parsed, value, modifier))]);
    }

    private static SearchValue Value(SearchKind kind, string text, string? modifier)
    {
        var hasPrefix = modifier is null && kind is (SearchKind.Date or SearchKind.Number or SearchKind.Quantity) && char.IsAsciiLetterLower(text[0]);
        return hasPrefix ? new SearchValue(text[..2], text[2..]) : new SearchValue(null, text);
    }

    private static (string, string) Pair(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return (text[..at], text[(at + 1)..]);
    }
}
