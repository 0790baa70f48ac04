using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Codes in place of what <c>:in</c>, <c>:not-in</c>, <c>:above</c> and <c>:below</c> say about them: the index knows no hierarchy.</summary>
internal static class TerminologyValues
{
    /// <summary>Whether the modifier of a token needs a terminology.</summary>
    public static bool IsNeededBy(string? modifier) => modifier is "in" or "not-in" or "above" or "below";

    /// <exception cref="OperationProblem">NotFound, Unprocessable: the terminology does not know the value set or code. Invalid: it is empty.</exception>
    public static IReadOnlyList<SearchValue> Expand(string modifier, IReadOnlyList<SearchValue> values, ITerminology terminology)
    {
        var codes = values.SelectMany(value => Expand(modifier, value, terminology)).Distinct().Select(Token).ToList();
        return codes.Count > 0 ? codes : throw OperationProblem.Invalid($":{modifier} names no codes.");
    }

    private static IReadOnlyCollection<ConceptKey> Expand(string modifier, SearchValue value, ITerminology terminology)
    {
        if (modifier is "in" or "not-in")
        {
            return terminology.Members(SearchText.Unescape(value.Text));
        }

        var parts = SearchText.Split(value.Text, '|').Select(SearchText.Unescape).ToList();
        var system = parts is [{ Length: > 0 } first, _] ? first : null;
        return modifier == "below" ? terminology.Below(system, parts[^1]) : terminology.Above(system, parts[^1]);
    }

    private static SearchValue Token(ConceptKey key)
        => new(null, key.System is { Length: > 0 } system ? $"{SearchText.Escape(system)}|{SearchText.Escape(key.Code)}" : SearchText.Escape(key.Code));
}
