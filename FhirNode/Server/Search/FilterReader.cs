using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads a parameter, which may be a chain (<c>subject:Patient.name</c>) or a reverse one (<c>_has:Observation:patient:code</c>), of any depth.</summary>
internal sealed class FilterReader(SearchParserOptions options)
{
    /// <summary>References that one chain may follow.</summary>
    private const int MaxDepth = 6;

    private const string Has = "_has:";

    private readonly HashSet<string> _chainedTypes = [];

    /// <summary>The types that chains have led to.</summary>
    public IReadOnlyCollection<string> ChainedTypes => _chainedTypes;

    /// <exception cref="OperationProblem">NotSupported: an unknown parameter or modifier. Invalid: a value or a chain that cannot be read.</exception>
    public SearchFilter Read(string resourceType, string name, string value) => Read(resourceType, name, value, 0);

    private SearchFilter Read(string resourceType, string name, string value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw OperationProblem.Invalid($"A chain follows at most {MaxDepth} references.");
        }

        if (name.StartsWith(Has, StringComparison.Ordinal))
        {
            return ReadReverse(resourceType, name, value, depth);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            return ReadChain(resourceType, name[..dot], name[(dot + 1)..], value, depth);
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
        RequireType(source);
        var reference = Reference(source, code);
        if (reference.Targets.Count > 0 && !reference.Targets.Contains(resourceType))
        {
            throw OperationProblem.Invalid($"{source}.{code} never refers to a {resourceType}; it refers to {string.Join(", ", reference.Targets)}.");
        }

        _chainedTypes.Add(source);
        return new ReverseChainFilter(source, code, [Read(source, parts[2], value, depth + 1)]);
    }

    private ChainFilter ReadChain(string resourceType, string link, string rest, string value, int depth)
    {
        var parts = link.Split(':', 2);
        var reference = Reference(resourceType, parts[0]);
        var target = parts.Length == 2 ? StatedTarget(reference, parts[1]) : ChainTarget.Implied(reference, link, rest);
        _chainedTypes.Add(target);
        return new ChainFilter(parts[0], target, [Read(target, rest, value, depth + 1)]);
    }

    private static string StatedTarget(SearchParameterDefinition reference, string type)
    {
        RequireType(type);
        return reference.Targets.Count == 0 || reference.Targets.Contains(type)
            ? type
            : throw OperationProblem.Invalid($"'{reference.Code}' never refers to a {type}; it refers to {string.Join(", ", reference.Targets)}.");
    }

    private static SearchParameterDefinition Reference(string resourceType, string code)
    {
        var name = SearchName.Read(resourceType, code);
        return name.Kind == SearchKind.Reference
            ? name.Definition
            : throw OperationProblem.Invalid($"'{code}' of {resourceType} is no reference ({name.Definition.Type}); only references can be followed.");
    }

    private static void RequireType(string type)
    {
        if (!R5Definitions.Instance.IsResourceType(type))
        {
            throw OperationProblem.Invalid($"'{type}' is not a resource type of FHIR R5.");
        }
    }
}
