using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>What resources refer to outside of any patient's compartment: practitioners, organizations, medications, ...</summary>
internal sealed class SupportingResources(IResourceStore store)
{
    /// <param name="resources">A page.</param>
    /// <param name="types">Which types are wanted.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<IReadOnlyList<StoredResource>> OfAsync(IEnumerable<Resource> resources, Func<string, bool> types, CancellationToken cancellationToken)
    {
        var found = new List<StoredResource>();
        foreach (var target in resources.SelectMany(References).Where(target => types(target.Type!) && !PatientCompartment.Holds(target.Type!)).DistinctBy(target => target.Local))
        {
            if (await store.ReadAsync(target.Type!, target.Id!, cancellationToken) is { IsDeleted: false } stored)
            {
                found.Add(stored);
            }
        }

        return found;
    }

    private static List<FhirReference> References(Resource resource)
    {
        var found = new List<FhirReference>();
        var walk = new UrlWalk(resource);
        while (walk.MoveNext())
        {
            if (walk.Role == UrlRole.Reference && FhirReference.TryParse(walk.Text) is { Kind: ReferenceKind.Relative } reference)
            {
                found.Add(reference);
            }
        }

        return found;
    }
}
