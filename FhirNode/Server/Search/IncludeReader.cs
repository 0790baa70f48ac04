using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads <c>_include</c> and <c>_revinclude</c>: <c>*</c>, <c>Type:*</c>, <c>Type:parameter</c> or <c>Type:parameter:TargetType</c>.</summary>
internal static class IncludeReader
{
    public const string Include = "_include";
    public const string ReverseInclude = "_revinclude";

    public static bool IsInclude(string name) => name.Split(':')[0] is Include or ReverseInclude;

    /// <exception cref="OperationProblem">Invalid: not of that form. NotSupported: an unknown type, parameter or modifier.</exception>
    public static SearchInclude Read(string resourceType, string name, string value)
    {
        var (isReverse, iterates) = ReadName(name);
        if (value == "*" && !isReverse && resourceType != SearchQuery.AnyType)
        {
            return new SearchInclude(false, iterates, resourceType, null, null);
        }

        var parts = value.Split(':');
        if (parts.Length is < 2 or > 3)
        {
            throw OperationProblem.Invalid($"'{value}' is not [type]:[parameter], [type]:[parameter]:[target type] or [type]:*{(isReverse ? "" : ", nor *")}.");
        }

        foreach (var type in parts.Where((_, i) => i != 1))
        {
            RequireType(type);
        }

        var code = parts[1] == "*" ? null : Reference(parts[0], parts[1], parts.ElementAtOrDefault(2));
        return new SearchInclude(isReverse, iterates, parts[0], code, parts.ElementAtOrDefault(2));
    }

    private static (bool IsReverse, bool Iterates) ReadName(string name) => name.Split(':') switch
    {
        [var kind] => (kind == ReverseInclude, false),
        [var kind, "iterate" or "recurse"] => (kind == ReverseInclude, true),
        [var kind, ..] => throw OperationProblem.NotSupported($"'{kind}' takes the modifier :iterate only."),
        _ => throw new ArgumentException($"'{name}' is no include.", nameof(name)),
    };

    private static string Reference(string type, string code, string? target)
    {
        var name = SearchName.Read(type, code);
        if (name.Kind != SearchKind.Reference)
        {
            throw OperationProblem.Invalid($"'{code}' of {type} is no reference ({name.Definition.Type}).");
        }

        return target is null || name.Definition.Targets.Count == 0 || name.Definition.Targets.Contains(target)
            ? code
            : throw OperationProblem.Invalid($"{type}.{code} never refers to a {target}; it refers to {string.Join(", ", name.Definition.Targets)}.");
    }

    private static void RequireType(string type)
    {
        if (!R5Definitions.Instance.IsResourceType(type))
        {
            throw OperationProblem.Invalid($"'{type}' is not a resource type of FHIR R5.");
        }
    }
}
