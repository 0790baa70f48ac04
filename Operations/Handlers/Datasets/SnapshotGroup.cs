using System.Text;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>
/// Who a dataset was made of, as a Group whose id is the hash of its members: the same patients are the same Group, and
/// a cohort that changes later leaves it as it is.
/// </summary>
internal static class SnapshotGroup
{
    private const int Characters = 32;

    public static Resource Build(IReadOnlyList<string> patientIds, bool isInvented)
        => CohortGroup.Build(Id(patientIds), patientIds, "Patients of a dataset, as they were when it was extracted", isInvented ? [Invented.Label] : []);

    /// <summary><c>Group/id</c>.</summary>
    public static string Reference(IReadOnlyList<string> patientIds) => $"Group/{Id(patientIds)}";

    private static string Id(IReadOnlyList<string> patientIds)
        => $"snapshot-{DatasetId.Sha256(Encoding.UTF8.GetBytes(string.Join('\n', patientIds.Order(StringComparer.Ordinal))))[..Characters]}";
}
