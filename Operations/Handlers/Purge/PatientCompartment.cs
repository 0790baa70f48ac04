using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Purge;

/// <summary>Everything that ever belonged to a patient: resources of which any version is in the compartment, deleted ones too.</summary>
/// <param name="Own">Those that no version ties to another patient.</param>
/// <param name="Shared">Those that belong to other patients too.</param>
internal sealed record PatientCompartment(IReadOnlyCollection<ResourceKey> Own, IReadOnlyCollection<ResourceKey> Shared)
{
    private const int PageSize = 1000;

    /// <summary>Reads the history of every type of the compartment: the index knows current versions only.</summary>
    public static async Task<PatientCompartment> ReadAsync(IResourceStore store, string patient, OperationContext context)
    {
        var types = R5Definitions.Instance.ResourceTypes.Where(PatientReferences.Has).ToList();
        var belonging = new HashSet<ResourceKey>();
        var others = new HashSet<ResourceKey>();
        for (var i = 0; i < types.Count; i++)
        {
            context.Progress.Report(new OperationProgress((double)i / types.Count, $"reading the history of {types[i]}"));
            await foreach (var version in HistoryAsync(store, types[i], context.CancellationToken))
            {
                Sort(version, patient, belonging, others);
            }
        }

        return new PatientCompartment([.. belonging.Except(others)], [.. belonging.Intersect(others)]);
    }

    private static void Sort(StoredResource version, string patient, HashSet<ResourceKey> belonging, HashSet<ResourceKey> others)
    {
        var key = new ResourceKey(version.ResourceType, version.Id);
        foreach (var id in Patients(version))
        {
            (id == patient ? belonging : others).Add(key);
        }
    }

    // A Patient is in its own compartment alone, whomever its links name.
    private static IEnumerable<string> Patients(StoredResource version)
        => version.ResourceType == "Patient" ? [version.Id]
            : version.Resource is { } resource ? PatientReferences.Of(resource, version.ResourceType)
            : [];

    private static async IAsyncEnumerable<StoredResource> HistoryAsync(
        IResourceStore store, string type, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new HistoryQuery(type, null, null, PageSize, null) { WithTotal = false };
        do
        {
            var page = await store.HistoryAsync(query, cancellationToken);
            foreach (var version in page.Versions)
            {
                yield return version;
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
    }
}
