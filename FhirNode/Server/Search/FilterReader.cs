using GenoMed.Fhir.Node.Search.Filters;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads a parameter, which may be a chain (<c>subject:Patient.name</c>) or a reverse one (<c>_has:Observation:patient:code</c>), of any depth.</summary>
internal sealed class FilterReader(SearchParserOptions options)
{
    private const string Has = "_has:";

    private readonly HashSet<string> _chainedTypes = [];

    /// <summary>The types that chains have led to.</summary>
    public IReadOnlyCollection<string> ChainedTypes => _chainedTypes;

    /// <exception cref="OperationProblem">NotSupported: an unknown parameter or modifier. Invalid: a value or a chain that cannot be read.</exception>
    public IEnumerable<SearchFilter> Read(string resourceType, string name, string value)
        => Parts(name == FilterExpressionReader.Parameter
            ? new FilterExpressionReader(options, _chainedTypes).Read(resourceType, value)
            : Read(resourceType, name, value, 0));

    // Each part of a conjunction is a filter of the search, so that the rarest of them can lead.
    private static IReadOnlyList<SearchFilter> Parts(SearchFilter filter) => filter is AllFilter all ? all.Filters : [filter];

    private SearchFilter Read(string resourceType, string name, string value, int depth)
    {
        ChainLink.CheckDepth(depth);
        if (name.StartsWith(Has, StringComparison.Ordinal))
        {
            return ReadReverse(resourceType, name, value, depth);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            return ReadChain(resourceType, name[..dot], name[(dot + 1)..], value, depth);
        }

        if (SpecialNames.Text(resourceType, name, value, options) is { } text)
        {
            return text;
        }

        return name == "_list" ? ListMembers(value) : SearchClauseReader.Read(SearchName.Read(resourceType, name), value, options);
    }

    // R5 search.html#list: members of a List are what its items refer to.
    private ReverseChainFilter ListMembers(string value)
        => new("List", "item", [SearchClauseReader.Read(SearchName.Read("List", "_id"), value.StartsWith('$')
            ? throw OperationProblem.NotSupported($"'{value}': functional lists are not supported; give the id of a List.")
            : value, options)]);

    private ReverseChainFilter ReadReverse(string resourceType, string name, string value, int depth)
    {
        var parts = name[Has.Length..].Split(':', 3);
        if (parts.Length < 3 || parts[2].Length == 0)
        {
            throw OperationProblem.Invalid($"'{name}' is not _has:[type]:[reference parameter]:[parameter].");
        }

        var (source, code) = (parts[0], parts[1]);
        ChainLink.CheckSource(resourceType, source, code);
        _chainedTypes.Add(source);
        return new ReverseChainFilter(source, code, [Read(source, parts[2], value, depth + 1)]);
    }

    private ChainFilter ReadChain(string resourceType, string link, string rest, string value, int depth)
    {
        var (code, target) = ChainLink.Read(resourceType, link, rest);
        _chainedTypes.Add(target);
        return new ChainFilter(code, target, [Read(target, rest, value, depth + 1)]);
    }
}
