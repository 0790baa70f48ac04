using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>
/// What is stored of a set's patients must be what was generated, to the letter: a name, a note or a document that somebody added is no feature,
/// and would be published with them. The resources are made once more from the rows; groups, which only list the patients, are passed over.
/// </summary>
internal sealed class GeneratedResources
{
    private readonly HashSet<UInt128> _ofPatients = [];
    private readonly Dictionary<string, Resource> _shared = new(StringComparer.Ordinal);

    public GeneratedResources(Guide guide, FeatureTable rows)
    {
        foreach (var resource in SyntheticDataSet.Patients(guide, rows).SelectMany(patient => patient))
        {
            if (PatientReferences.Of(resource, resource.ResourceType).Any())
            {
                _ofPatients.Add(ContentHash.Of(resource));
            }
            else
            {
                _shared.TryAdd($"{resource.ResourceType}/{resource.Id}", resource);
            }
        }
    }

    /// <exception cref="OperationProblem">Unprocessable: the first resource that was changed or added, or how many were taken away.</exception>
    public async Task RequireStoredAsync(IResourceStore store, IReadOnlySet<string> patients, CancellationToken cancellationToken)
    {
        foreach (var type in (await store.CountAsync(cancellationToken)).Keys.Where(type => type != "Group" && PatientReferences.Has(type)))
        {
            await foreach (var resource in store.ScanAsync(type, cancellationToken))
            {
                if (PatientReferences.Of(resource, type).Any(patients.Contains) && !_ofPatients.Remove(ContentHash.Of(resource)))
                {
                    throw Changed($"{type}/{resource.Id} is about a patient of the set and is not as it was generated: it was changed or added. Delete what was added.");
                }
            }
        }

        if (_ofPatients.Count > 0)
        {
            throw Changed($"{_ofPatients.Count} resources of the set's patients were taken away.");
        }

        foreach (var (reference, generated) in _shared)
        {
            if (await store.ReadAsync(generated.ResourceType, generated.Id!, cancellationToken) is not { Resource: { } stored } || ContentHash.Of(stored) != ContentHash.Of(generated))
            {
                throw Changed($"{reference}, to which the set's patients refer, is not as it was generated.");
            }
        }
    }

    private static OperationProblem Changed(string what) => OperationProblem.Unprocessable($"{what} Generate the set again.");
}
