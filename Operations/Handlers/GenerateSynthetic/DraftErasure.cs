using System.Text.Json;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>
/// Erases what is stored of a set whose rows cannot be drawn again to know it by: its patients by their label and identifiers, and what belongs to
/// none but them. Reads every type of the patients' compartments once. The patients go behind it, since until then a repeated erasure finds
/// the rest, and last the Library that says that the set is not whole.
/// </summary>
internal static class DraftErasure
{
    private const int BatchSize = 500;

    public static async Task EraseAsync(IResourceStore store, string set, CancellationToken cancellationToken)
    {
        var patients = await PatientsAsync(store, $"{Synthetic.Prefix}{set.Split('-')[^1]}-", cancellationToken);
        foreach (var type in patients.Count == 0 ? [] : R5Definitions.Instance.ResourceTypes.Where(type => type != "Patient" && PatientReferences.Has(type)))
        {
            await PurgeAsync(store, type, await OwnAsync(store, type, patients, cancellationToken));
        }

        await PurgeAsync(store, "Patient", patients);
        await PurgeAsync(store, "Library", [set]);
    }

    private static async Task<HashSet<string>> PatientsAsync(IResourceStore store, string prefix, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var patient in store.ScanAsync("Patient", cancellationToken))
        {
            if (Synthetic.IsLabelled(patient) && patient.Element.Items("identifier").Any(identifier => identifier.Text("value")?.StartsWith(prefix, StringComparison.Ordinal) == true))
            {
                found.Add(patient.Id!);
            }
        }

        return found;
    }

    private static async Task<List<string>> OwnAsync(IResourceStore store, string type, HashSet<string> patients, CancellationToken cancellationToken)
    {
        var own = new List<string>();
        await foreach (var resource in store.ScanAsync(type, cancellationToken))
        {
            string[] of = [.. PatientReferences.Of(resource, type)];
            if (of.Length > 0 && of.All(patients.Contains))
            {
                own.Add(resource.Id!);
            }
        }

        return own;
    }

    private static async Task PurgeAsync(IResourceStore store, string type, IReadOnlyCollection<string> ids)
    {
        foreach (var batch in ids.Chunk(BatchSize))
        {
            await store.PurgeAsync([.. batch.Select(id => new ResourceKey(type, id))], CancellationToken.None);
        }
    }
}
