using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Searches within a compartment, by its CompartmentDefinition: <c>Patient/1/Observation</c>, <c>Patient/1/*</c>.</summary>
internal static class CompartmentSearch
{
    private const string Itself = "{def}";

    /// <summary>The same query, on the members of a compartment only.</summary>
    /// <exception cref="OperationProblem">Invalid: resources of the type never belong to it.</exception>
    public static SearchQuery Within(FhirReference focus, SearchQuery query)
    {
        var compartment = focus.Type!;
        var members = query.Types.Where(type => R5Definitions.Instance.CompartmentParameters(compartment, type).Count > 0).ToList();
        if (members.Count == 0)
        {
            throw OperationProblem.Invalid($"Resources of type {string.Join(", ", query.Types)} never belong to the compartment of a {compartment}.");
        }

        return query with { Types = members, Clauses = [Filter(focus, members), .. query.Clauses] };
    }

    private static CompartmentFilter Filter(FhirReference focus, IReadOnlyList<string> members)
    {
        var parameters = members.SelectMany(type => R5Definitions.Instance.CompartmentParameters(focus.Type!, type).Select(code => (type, code))).ToList();
        return new CompartmentFilter(
            focus.Type!,
            focus.Id!,
            [.. parameters.Where(pair => pair.code != Itself).Select(pair => $"{pair.type}.{pair.code}")],
            WithFocus: parameters.Exists(pair => pair.code == Itself));
    }
}
