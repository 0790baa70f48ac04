using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Validation;

/// <summary>What a resource refers to of this node.</summary>
internal static class LocalReferences
{
    /// <summary>Each target once.</summary>
    /// <param name="resource">What refers.</param>
    /// <param name="baseUrl">The node's own base: references by it are of this node too.</param>
    public static IReadOnlyCollection<FhirReference> Of(Resource resource, string baseUrl)
    {
        var found = new Dictionary<string, FhirReference>(StringComparer.Ordinal);
        var walk = new UrlWalk(resource);
        while (walk.MoveNext())
        {
            if (walk.Role == UrlRole.Reference && FhirReference.TryParse(walk.Text) is { Local: { } local } reference && (reference.BaseUrl is null || reference.BaseUrl == baseUrl))
            {
                found.TryAdd(local, reference);
            }
        }

        return found.Values;
    }
}
