using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Index.Texts;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Texts;

/// <summary>
/// Reads the values of <c>_text</c> and <c>_content</c> (R5 search.html#content): words, <c>"phrases"</c>, <c>begin*</c>, <c>and</c> (also where
/// nothing stands between), <c>or</c>, <c>not</c> in any case, and parentheses; <c>not</c> binds most, <c>or</c> least.
/// </summary>
internal sealed class TextExpressionReader
{
    private const int MaxNesting = 16;
    private const int MaxTerms = 50;

    private readonly SearchKind _kind;
    private readonly TextScanner _text;
    private int _terms;

    private TextExpressionReader(SearchKind kind, string text) => (_kind, _text) = (kind, new TextScanner(text));

    /// <param name="kind">Narrative or Content.</param>
    /// <param name="text">The value, decoded.</param>
    /// <exception cref="OperationProblem">Invalid: not of that form, or too much of it.</exception>
    public static SearchFilter Read(SearchKind kind, string text)
    {
        var reader = new TextExpressionReader(kind, text);
        var filter = reader.Any(0);
        return reader._text.IsAtEnd ? filter : throw OperationProblem.Invalid("A ')' has no '(' before it.");
    }

    private SearchFilter Any(int depth)
    {
        if (depth > MaxNesting)
        {
            throw OperationProblem.Invalid(string.Create(CultureInfo.InvariantCulture, $"Parentheses stand at most {MaxNesting} levels within each other."));
        }

        var parts = new List<SearchFilter> { All(depth) };
        while (_text.TakeWord("or"))
        {
            parts.Add(All(depth));
        }

        return parts.Count == 1 ? parts[0] : new AnyFilter(parts);
    }

    private SearchFilter All(int depth)
    {
        var parts = new List<SearchFilter> { Term(depth) };
        while (_text.TakeWord("and") || _text.HasTerm)
        {
            parts.Add(Term(depth));
        }

        return parts.Count == 1 ? parts[0] : new AllFilter(parts);
    }

    private SearchFilter Term(int depth)
    {
        if (++_terms > MaxTerms)
        {
            throw OperationProblem.Invalid(string.Create(CultureInfo.InvariantCulture, $"A text search has at most {MaxTerms} terms."));
        }

        if (_text.TakeWord("not"))
        {
            return depth < MaxNesting ? new NotFilter(Term(depth + 1)) : throw OperationProblem.Invalid("Too many negations within each other.");
        }

        return _text.Take('(') ? Enclosed(depth) : Words();
    }

    private SearchFilter Enclosed(int depth)
    {
        var filter = Any(depth + 1);
        return _text.Take(')') ? filter : throw OperationProblem.Invalid("A '(' has no ')' behind it.");
    }

    private TextFilter Words()
    {
        var term = _text.TakeTerm();
        var words = Store.Index.Texts.Words.Of(term);
        return words.Count > 0
            ? new TextFilter(_kind, words, term.EndsWith('*'))
            : throw OperationProblem.Invalid(term.Length == 0 ? "A word is missing: before and behind 'and' and 'or', and behind 'not', stands one." : $"'{term}' holds no word; words are letters and digits.");
    }
}
