using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>Every patient of the store, in its order; a place is the store's cursor.</summary>
internal sealed class AllPatients(IResourceStore store) : IPatientList
{
    public async Task<PatientPlace?> AtAsync(string? place, CancellationToken cancellationToken)
    {
        var page = await store.SearchAsync(new SearchQuery("Patient", [], [], 1, place, WithTotal: false), cancellationToken);
        return page.Matches is [var patient] ? new PatientPlace(patient.Id, page.Next) : null;
    }
}
