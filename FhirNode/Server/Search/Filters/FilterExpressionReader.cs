using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>
/// Reads <c>_filter</c> (R5 search_filter.html): what it says becomes the same filters as those of ordinary parameters, by the same definitions.
/// </summary>
/// <param name="options">How searches are read.</param>
/// <param name="chainedTypes">Takes the types that paths lead to.</param>
internal sealed class FilterExpressionReader(SearchParserOptions options, ISet<string> chainedTypes)
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "_filter";

    /// <exception cref="OperationProblem">Invalid, NotSupported; says at which character of the filter.</exception>
    public SearchFilter Read(string resourceType, string text) => Read(resourceType, FilterParser.Parse(text, options.MaximumParameters), 0);

    private SearchFilter Read(string resourceType, FilterExpression expression, int depth) => expression switch
    {
        FilterGroup { IsAnd: true } all => new AllFilter([.. all.Parts.Select(part => Read(resourceType, part, depth))]),
        FilterGroup any => new AnyFilter([.. any.Parts.Select(part => Read(resourceType, part, depth))]),
        FilterNegation not => new NotFilter(Read(resourceType, not.Filter, depth)),
        FilterTest test => ReadTest(resourceType, test, depth),
        _ => throw new ArgumentException($"{expression.GetType()} is no filter.", nameof(expression)),
    };

    // "pr false" and "ni" speak of all values that the path leads to; every other operator of at least one.
    private SearchFilter ReadTest(string resourceType, FilterTest test, int depth) => test switch
    {
        { Operator: FilterOperators.Present, Value: "false" } => new NotFilter(ReadPath(resourceType, test with { Value = "true" }, 0, depth)),
        { Operator: "ni" } => new NotFilter(ReadPath(resourceType, test with { Operator = "in" }, 0, depth)),
        _ => ReadPath(resourceType, test, 0, depth),
    };

    private SearchFilter ReadPath(string resourceType, FilterTest test, int step, int depth) => test.Path[step] switch
    {
        { Source: { } source } has => Reverse(resourceType, source, has.Name, test, step, depth),
        var last when step == test.Path.Count - 1 => At(test, () => FilterTestReader.Read(resourceType, last.Name, test.Operator, test.Value, options)),
        var link => Forward(resourceType, link, test, step, depth),
    };

    private ChainFilter Forward(string resourceType, FilterStep link, FilterTest test, int step, int depth)
    {
        var rest = string.Join('.', test.Path.Skip(step + 1));
        var (code, target) = At(test, () => Follow(depth + 1, () => ChainLink.Read(resourceType, link.Name, rest)));
        chainedTypes.Add(target);
        var value = ReadPath(target, test, step + 1, depth + 1);
        return new ChainFilter(code, target, link.Filter is { } filter ? [Read(target, filter, depth + 1), value] : [value]);
    }

    private ReverseChainFilter Reverse(string resourceType, string source, string code, FilterTest test, int step, int depth)
    {
        At(test, () => Follow(depth + 1, () =>
        {
            ChainLink.CheckSource(resourceType, source, code);
            return code;
        }));
        chainedTypes.Add(source);
        return new ReverseChainFilter(source, code, [ReadPath(source, test, step + 1, depth + 1)]);
    }

    private static T Follow<T>(int depth, Func<T> read)
    {
        ChainLink.CheckDepth(depth);
        return read();
    }

    private static T At<T>(FilterTest test, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OperationProblem problem)
        {
            throw FilterProblem.At(test.Position, problem);
        }
    }
}
