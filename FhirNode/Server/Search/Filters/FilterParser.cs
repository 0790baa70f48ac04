using System.Globalization;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>
/// Reads the syntax of <c>_filter</c> (R5 search_filter.html). <c>and</c> and <c>or</c> are read from left to right, neither
/// before the other; how deep filters nest and how many tests there are is bounded.
/// </summary>
internal sealed class FilterParser
{
    /// <summary>Parentheses and brackets within each other.</summary>
    private const int MaxNesting = 16;

    private readonly FilterScanner _text;
    private readonly int _maxTests;
    private int _tests;

    private FilterParser(string text, int maxTests) => (_text, _maxTests) = (new FilterScanner(text), maxTests);

    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Invalid; says at which character.</exception>
    public static FilterExpression Parse(string text, int maxTests)
    {
        var parser = new FilterParser(text, maxTests);
        var filter = parser.Filter(0);
        return parser._text.IsAtEnd ? filter : throw FilterProblem.At(parser._text.Position, $"expected and, or or the end, found {parser._text.Found}.");
    }

    private FilterExpression Filter(int depth)
    {
        if (depth > MaxNesting)
        {
            throw FilterProblem.At(_text.Position, $"filters stand at most {MaxNesting} levels within each other.");
        }

        var filter = Term(depth);
        while (_text.PeekWord() is "and" or "or")
        {
            filter = Join(filter, _text.TakeWord() == "and", Term(depth));
        }

        return filter;
    }

    private static FilterGroup Join(FilterExpression left, bool isAnd, FilterExpression right)
        => left is FilterGroup group && group.IsAnd == isAnd ? group with { Parts = [.. group.Parts, right] } : new FilterGroup(isAnd, [left, right]);

    private FilterExpression Term(int depth)
    {
        _text.SkipBlanks();
        var isNegated = _text.PeekWord() == "not";
        if (isNegated)
        {
            _text.TakeWord();
            _text.SkipBlanks();
        }

        var filter = isNegated || _text.Next == '(' ? Enclosed('(', ')', depth) : Test(depth);
        _text.SkipBlanks();
        return isNegated ? new FilterNegation(filter) : filter;
    }

    private FilterExpression Enclosed(char open, char close, int depth)
    {
        _text.Require(open, "before a filter");
        var filter = Filter(depth + 1);
        _text.Require(close, "behind a filter");
        return filter;
    }

    private FilterTest Test(int depth)
    {
        var start = _text.Position;
        if (++_tests > _maxTests)
        {
            throw FilterProblem.At(start, string.Create(CultureInfo.InvariantCulture, $"a filter has at most {_maxTests} tests."));
        }

        var path = new List<FilterStep> { Step(depth) };
        while (path[^1].Source is not null || path[^1].Filter is not null || _text.Next == '.')
        {
            if (path[^1].Source is null)
            {
                _text.Require('.', "and the name of what is asked there");
            }

            path.Add(Step(depth));
        }

        return new FilterTest(path, Operator(), Value(), start);
    }

    private FilterStep Step(int depth)
    {
        var name = Name();
        if (name == "_has" && _text.Take(':'))
        {
            return Reverse();
        }

        if (_text.Take(':'))
        {
            name += ":" + Name();
        }

        return new FilterStep(name, null, _text.Next == '[' ? Enclosed('[', ']', depth) : null);
    }

    private FilterStep Reverse()
    {
        var source = Name();
        _text.Require(':', "in _has:[type]:[reference]:[name]");
        var reference = Name();
        _text.Require(':', "in _has:[type]:[reference]:[name]");
        return new FilterStep(reference, source, null);
    }

    private string Name()
    {
        var isName = char.IsAsciiLetter(_text.Next) || _text.Next == '_';
        return isName
            ? _text.TakeWord()
            : throw FilterProblem.At(_text.Position, $"expected the name of a search parameter, found {_text.Found}.");
    }

    private string Operator()
    {
        _text.SkipBlanks();
        var start = _text.Position;
        var name = _text.TakeWhile(char.IsAsciiLetter).ToLowerInvariant();
        return FilterOperators.All.Contains(name) && char.IsWhiteSpace(_text.Next)
            ? name
            : throw FilterProblem.At(start, $"expected one of {string.Join(", ", FilterOperators.All)} and a value.");
    }

    private string Value()
    {
        _text.SkipBlanks();
        if (_text.Next == '"')
        {
            return FilterString.Read(_text);
        }

        var start = _text.Position;
        var value = _text.TakeWhile(letter => !char.IsWhiteSpace(letter) && letter is not (')' or ']'));
        return value.Length > 0 && FilterString.IsText(value) ? value : throw FilterProblem.At(start, $"expected a value, found {_text.Found}.");
    }
}
