using System.Collections.Concurrent;

namespace GenoMed.Fhir.R5.Definitions;

public sealed partial class R5Definitions
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, SearchParameterDefinition>> _search = new();

    /// <summary>The standard search parameters of a resource type, with those of DomainResource and Resource (<c>_id</c>, ...).</summary>
    public IEnumerable<SearchParameterDefinition> SearchParameters(string resourceType) => SearchTable(resourceType).Values;

    /// <summary>The search parameter of this code for a resource type, or null.</summary>
    public SearchParameterDefinition? SearchParameter(string resourceType, string code) => SearchTable(resourceType).GetValueOrDefault(code);

    /// <summary>The types that are the focus of a compartment: Patient, Encounter, Practitioner, RelatedPerson and Device.</summary>
    public IReadOnlyList<string> Compartments => [.. _table.Compartments.EnumerateObject().Select(compartment => compartment.Name)];

    /// <summary>
    /// The search parameters that place a resource in a compartment (<c>Patient</c>, <c>Encounter</c>, ...); the code
    /// <c>{def}</c> stands for the resource itself. Empty when resources of this type never belong to it.
    /// </summary>
    public IReadOnlyList<string> CompartmentParameters(string compartment, string resourceType)
        => _table.Compartments.TryGetProperty(compartment, out var members) ? [.. TypeReader.Strings(members, resourceType)] : [];

    private IReadOnlyDictionary<string, SearchParameterDefinition> SearchTable(string resourceType)
        => _search.TryGetValue(resourceType, out var known) ? known : _search.GetOrAdd(resourceType, ReadSearch(resourceType));

    private Dictionary<string, SearchParameterDefinition> ReadSearch(string resourceType)
    {
        var found = new Dictionary<string, SearchParameterDefinition>();
        for (var type = Type(resourceType); type is not null; type = type.Base is { } next ? Type(next) : null)
        {
            var entries = _table.Search.TryGetValue(type.Name, out var list) ? list.EnumerateArray() : default;
            foreach (var entry in entries)
            {
                var parameter = SearchParameterReader.Read(type.Name, entry);
                found.TryAdd(parameter.Code, parameter);
            }
        }

        return found;
    }
}
