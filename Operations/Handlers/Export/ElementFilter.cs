using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Subsets;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>
/// <c>_elements</c> of an export: root elements, for one type or for all. What is mandatory or modifies meaning stays, as in
/// <see cref="ResourceSubset"/>; a type that no name is about is exported whole.
/// </summary>
internal sealed class ElementFilter
{
    private readonly IReadOnlyList<string> _names;
    private readonly ElementsSubset _subset;

    private ElementFilter(IReadOnlyList<string> names) => (_names, _subset) = (names, new ElementsSubset(names));

    /// <exception cref="OperationProblem">Invalid: not of the form <c>element</c> or <c>Type.element</c>, or no such element.</exception>
    public static ElementFilter Parse(IEnumerable<string> lists) => new([.. lists
        .SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(Checked)]);

    /// <summary>The resource, or a copy that holds no more than was asked for and is tagged as such.</summary>
    public ReadOnlyMemory<byte> Apply(Resource resource, string type)
        => _names.Any(name => !name.Contains('.') || name.StartsWith($"{type}.", StringComparison.Ordinal)) ? _subset.Apply(resource).Json : resource.Json;

    private static string Checked(string text) => text.Split('.') switch
    {
        [_] => text,
        [var type, var name] when R5Definitions.Instance.IsResourceType(type) && R5Definitions.Instance.Type(type)?.Element(name) is not null => text,
        _ => throw ParameterProblem.Invalid("_elements", $"'{text}' is no root element; expected element or Type.element, such as Patient.name."),
    };
}
