using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>One reference that a chain follows.</summary>
internal static class ChainLink
{
    /// <summary>References that one chain may follow.</summary>
    private const int MaxDepth = 6;

    /// <exception cref="OperationProblem">Invalid: the chain is too long.</exception>
    public static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
        {
            throw OperationProblem.Invalid($"A chain follows at most {MaxDepth} references.");
        }
    }

    /// <summary>The parameter of <c>code</c> or <c>code:Type</c>, and the type that it leads to.</summary>
    /// <param name="resourceType">The type that refers.</param>
    /// <param name="link">The link itself.</param>
    /// <param name="rest">What is asked of the target: it says which type is meant where the link does not.</param>
    /// <exception cref="OperationProblem">NotSupported, Invalid: no reference, or not to that type.</exception>
    public static (string Code, string Target) Read(string resourceType, string link, string rest)
    {
        var parts = link.Split(':', 2);
        var reference = Reference(resourceType, parts[0]);
        return (parts[0], parts.Length == 2 ? StatedTarget(reference, parts[1]) : ChainTarget.Implied(reference, link, rest));
    }

    /// <summary>Checks what <c>_has</c> names.</summary>
    /// <exception cref="OperationProblem">NotSupported, Invalid: no such type, no reference, or never to the resource's type.</exception>
    public static void CheckSource(string resourceType, string source, string code)
    {
        RequireType(source);
        var reference = Reference(source, code);
        if (reference.Targets.Count > 0 && !reference.Targets.Contains(resourceType))
        {
            throw OperationProblem.Invalid($"{source}.{code} never refers to a {resourceType}; it refers to {string.Join(", ", reference.Targets)}.");
        }
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
