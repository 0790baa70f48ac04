using System.Globalization;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>
/// Reads the parameters of a type-level search (FHIR R5, search.html) into a <see cref="SearchQuery"/>. Knows
/// nothing of HTTP: it takes decoded names and values, of a query string or of a form.
/// </summary>
public sealed class SearchQueryParser
{
    /// <summary>The parameter that carries a page's cursor in the links this server gives out.</summary>
    public const string CursorParameter = "_cursor";

    // These shape the answer, not the matches; the server reads them itself.
    private static readonly HashSet<string> OfTheAnswer = ["_format", "_pretty", "_summary", "_elements"];

    private readonly string _resourceType;
    private readonly SearchParserOptions _options;
    private readonly List<SearchClause> _clauses = [];
    private readonly List<SearchSort> _sort = [];
    private readonly List<KeyValuePair<string, string>> _used = [];
    private readonly List<OutcomeIssue> _errors = [];
    private readonly List<OutcomeIssue> _warnings = [];
    private int _count;
    private string? _cursor;
    private bool _withTotal = true;

    private SearchQueryParser(string resourceType, SearchParserOptions options)
    {
        _resourceType = resourceType;
        _options = options;
        _count = options.DefaultCount;
    }

    /// <summary>Reads a search.</summary>
    /// <exception cref="OperationProblem">
    /// Invalid, with an issue for each parameter at fault (its expression is the parameter's name); NotFound for an unknown type.
    /// </exception>
    public static ParsedSearch Parse(string resourceType, IEnumerable<KeyValuePair<string, string>> parameters, SearchParserOptions options)
    {
        if (!R5Definitions.Instance.IsResourceType(resourceType))
        {
            throw OperationProblem.NotFound($"FHIR R5 has no resource type '{resourceType}'.");
        }

        var parser = new SearchQueryParser(resourceType, options);
        foreach (var (name, value) in parameters)
        {
            parser.Take(name, value);
        }

        return parser._errors.Count == 0 ? parser.Result() : throw new OperationProblem(ProblemKind.Invalid, parser._errors);
    }

    private ParsedSearch Result()
        => new(new SearchQuery(_resourceType, _clauses, _sort, _count, _cursor, _withTotal), _used, _warnings);

    private void Take(string name, string value)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                Warn(name, $"'{name}' has no value and was ignored.");
            }
            else if (TakeResultParameter(name, value) || TakeClause(name, value))
            {
                _used.Add(KeyValuePair.Create(name, value));
            }
        }
        catch (OperationProblem problem)
        {
            _errors.AddRange(problem.Issues.Select(issue => issue with { Expression = name }));
        }
    }

    private bool TakeResultParameter(string name, string value)
    {
        switch (name)
        {
            case "_count":
                _count = Math.Min(ReadCount(value), _options.MaximumCount);
                return true;
            case "_sort":
                _sort.AddRange(SearchSortReader.Read(_resourceType, value));
                return true;
            case "_total":
                _withTotal = ReadTotal(value);
                return true;
            case CursorParameter:
                _cursor = value;
                return true;
            default:
                _count = name == "_summary" && value == "count" ? 0 : _count;
                return OfTheAnswer.Contains(name);
        }
    }

    private bool TakeClause(string name, string value)
    {
        if (SearchName.Find(_resourceType, name, out var found) is { } refusal)
        {
            Refuse(name, refusal);
            return false;
        }

        _clauses.Add(SearchClauseReader.Read(found!, value));
        return true;
    }

    private static int ReadCount(string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw OperationProblem.Invalid($"_count is a whole number from 0; '{value}' is not.");

    private static bool ReadTotal(string value) => value switch
    {
        "none" => false,
        "estimate" or "accurate" => true,
        _ => throw OperationProblem.Invalid($"_total is none, estimate or accurate; '{value}' is not."),
    };

    private void Refuse(string name, string reason)
    {
        if (_options.Lenient)
        {
            Warn(name, reason + " It was ignored.");
        }
        else
        {
            _errors.Add(new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported, reason + " (Prefer: handling=lenient ignores it.)", name));
        }
    }

    private void Warn(string name, string text) => _warnings.Add(new OutcomeIssue(IssueSeverity.Warning, IssueCode.NotSupported, text, name));
}
