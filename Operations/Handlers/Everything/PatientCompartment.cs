using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>The resources of a patient's compartment (R5 CompartmentDefinition/patient), the patient among them, in the store's order.</summary>
internal sealed class PatientCompartment(IResourceStore store)
{
    private const string Patient = "Patient";
    private static readonly IReadOnlyList<string> Members = [.. R5Definitions.Instance.ResourceTypes.Where(type => type == Patient || Parameters(type).Any())];

    /// <summary>Whether resources of this type belong to patients.</summary>
    public static bool Holds(string type) => Members.Contains(type);

    /// <param name="patient">The patient's id.</param>
    /// <param name="types">Which types are wanted.</param>
    /// <param name="since">Only what changed at or after it, or null.</param>
    /// <param name="count">Page size.</param>
    /// <param name="cursor">Of the page before.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<SearchPage> PageAsync(string patient, Func<string, bool> types, string? since, int count, string? cursor, CancellationToken cancellationToken)
    {
        var wanted = Members.Where(types).ToList();
        if (wanted.Count == 0)
        {
            return new SearchPage([], null, null);
        }

        var compartment = new CompartmentFilter(Patient, patient, [.. wanted.SelectMany(type => Parameters(type).Select(code => $"{type}.{code}"))], WithFocus: wanted.Contains(Patient));
        SearchFilter[] filters = since is null ? [compartment] : [compartment, new SearchClause("_lastUpdated", SearchKind.Date, null, [new SearchValue("ge", since)])];
        return await store.SearchAsync(new SearchQuery(SearchQuery.AnyType, filters, [], count, cursor, WithTotal: false) { Types = wanted }, cancellationToken);
    }

    private static IEnumerable<string> Parameters(string type) => R5Definitions.Instance.CompartmentParameters(Patient, type).Where(code => code != "{def}");
}
