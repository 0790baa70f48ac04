using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>A kick-off, understood.</summary>
/// <param name="Types">The types to write, in order.</param>
/// <param name="Patients">Whose resources; null at system level.</param>
/// <param name="Since">Only what changed after this instant, and what was deleted after it.</param>
/// <param name="Until">Only what changed last before this instant.</param>
/// <param name="Filters">By type, the searches of which one must match.</param>
/// <param name="Elements">Which root elements are kept.</param>
internal sealed record ExportRequest(
    IReadOnlyList<string> Types,
    PatientFilter? Patients,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    ILookup<string, SearchQuery> Filters,
    ElementFilter Elements);
