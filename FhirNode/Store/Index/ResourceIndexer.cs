using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Finds the values of R5's search parameters. A type's are compiled on first use.</summary>
internal sealed class ResourceIndexer : IResourceIndexer
{
    /// <summary>Raise it with every change of what is indexed or how: files are then indexed anew when they are opened.</summary>
    private const int Format = 4;

    private readonly ConcurrentDictionary<string, TypeIndexer> _types = new();

    public string Fingerprint { get; } = $"{Format}/{R5Definitions.Instance.FhirVersion}";

    public IReadOnlyList<IndexRow> Extract(Resource resource)
        => _types.GetOrAdd(resource.ResourceType, static type => new TypeIndexer(type)).Extract(resource);
}
