using System.Globalization;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>The parameters that shape the answer, not the matches: <c>_count</c>, <c>_sort</c>, <c>_include</c>, ...</summary>
internal sealed class ResultParameters(string resourceType, SearchParserOptions options)
{
    // The server reads these itself when it writes the answer.
    private static readonly HashSet<string> OfTheAnswer = ["_format", "_pretty", "_summary", "_elements"];

    private readonly List<SearchSort> _sort = [];
    private readonly List<SearchInclude> _includes = [];

    public IReadOnlyList<SearchSort> Sort => _sort;

    public IReadOnlyList<SearchInclude> Includes => _includes;

    public int Count { get; private set; } = options.DefaultCount;

    public string? Cursor { get; private set; }

    public bool WithTotal { get; private set; } = true;

    /// <summary>The types that <c>_type</c> names; null where there is none.</summary>
    public IReadOnlyList<string>? Types { get; private set; }

    /// <summary>Reads the parameter when it is one of these.</summary>
    /// <exception cref="OperationProblem">Invalid: it is, and its value is not allowed.</exception>
    public bool Take(string name, string value)
    {
        switch (name)
        {
            case "_count":
                Count = Count == 0 ? 0 : Math.Min(ReadCount(value), options.MaximumCount);
                return true;
            case "_sort":
                _sort.AddRange(SearchSortReader.Read(resourceType, value));
                return true;
            case "_total":
                WithTotal = ReadTotal(value);
                return true;
            case "_type" when resourceType == SearchQuery.AnyType:
                Types = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Select(RequireType)];
                return true;
            case SearchQueryParser.CursorParameter:
                Cursor = value;
                return true;
            default:
                return TakeInclude(name, value) || TakeOfTheAnswer(name, value);
        }
    }

    private bool TakeInclude(string name, string value)
    {
        if (!IncludeReader.IsInclude(name))
        {
            return false;
        }

        _includes.Add(IncludeReader.Read(resourceType, name, value));
        return true;
    }

    private bool TakeOfTheAnswer(string name, string value)
    {
        Count = name == "_summary" && value == "count" ? 0 : Count;
        return OfTheAnswer.Contains(name);
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

    private static string RequireType(string type)
        => R5Definitions.Instance.IsResourceType(type) ? type : throw OperationProblem.Invalid($"'{type}' is not a resource type of FHIR R5.");
}
