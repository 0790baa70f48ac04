using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>
/// Reads the parameters of a search (FHIR R5, search.html) into a <see cref="SearchQuery"/>. Knows nothing of HTTP:
/// it takes decoded names and values, of a query string or of a form.
/// </summary>
public sealed class SearchQueryParser
{
    /// <summary>The parameter that carries a page's cursor in the links this server gives out.</summary>
    public const string CursorParameter = "_cursor";

    private readonly string _resourceType;
    private readonly SearchParserOptions _options;
    private readonly FilterReader _filters;
    private readonly ResultParameters _result;
    private readonly List<SearchFilter> _clauses = [];
    private readonly List<KeyValuePair<string, string>> _used = [];
    private readonly List<OutcomeIssue> _errors = [];
    private readonly List<OutcomeIssue> _warnings = [];

    private SearchQueryParser(string resourceType, SearchParserOptions options)
    {
        _resourceType = resourceType;
        _options = options;
        _filters = new FilterReader(options);
        _result = new ResultParameters(resourceType, options);
    }

    /// <summary>Reads a search on a type, or on the system where the type is <see cref="SearchQuery.AnyType"/>.</summary>
    /// <exception cref="OperationProblem">
    /// Invalid, with an issue for each parameter at fault (its expression is the parameter's name); NotFound for an unknown type.
    /// </exception>
    public static ParsedSearch Parse(string resourceType, IEnumerable<KeyValuePair<string, string>> parameters, SearchParserOptions options)
    {
        if (resourceType != SearchQuery.AnyType && !R5Definitions.Instance.IsResourceType(resourceType))
        {
            throw OperationProblem.NotFound($"FHIR R5 has no resource type '{resourceType}'.");
        }

        var parser = new SearchQueryParser(resourceType, options);
        foreach (var (name, value) in SearchSize.Check(parameters, options))
        {
            parser.Take(name, value);
        }

        return parser._errors.Count == 0 ? parser.Result() : throw new OperationProblem(ProblemKind.Invalid, parser._errors);
    }

    private ParsedSearch Result()
    {
        var query = new SearchQuery(_resourceType, _clauses, _result.Sort, _result.Count, _result.Cursor, _result.WithTotal);
        return new ParsedSearch(_result.Types is { Count: > 0 } types ? query with { Types = types } : query, _used, _warnings)
        {
            Includes = _result.Includes,
            ChainedTypes = [.. _filters.ChainedTypes],
        };
    }

    private void Take(string name, string value)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                Warn(name, $"'{name}' has no value and was ignored.");
                return;
            }

            if (!_result.Take(name, value))
            {
                _clauses.AddRange(_filters.Read(_resourceType, name, value));
            }

            _used.Add(KeyValuePair.Create(name, value));
        }
        catch (OperationProblem problem) when (problem.Kind == ProblemKind.NotSupported)
        {
            Refuse(name, problem.Message);
        }
        catch (OperationProblem problem)
        {
            _errors.AddRange(problem.Issues.Select(issue => issue with { Expression = name }));
        }
    }

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
