using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Finds the values of R5's search parameters. A type's are compiled on first use.</summary>
/// <param name="baseUrl">The server's own base URL without a slash at the end; null where it may change from start to start.</param>
internal sealed class ResourceIndexer(string? baseUrl = null) : IResourceIndexer
{
    /// <summary>Raise it with every change of what is indexed or how: files are then indexed anew when they are opened.</summary>
    private const int Format = 4;

    private readonly ConcurrentDictionary<string, TypeIndexer> _types = new();

    public string Fingerprint { get; } = $"{Format}/{R5Definitions.Instance.FhirVersion}{(baseUrl is null ? "" : " " + baseUrl)}";

    public IReadOnlyList<IndexRow> Extract(Resource resource)
        => _types.GetOrAdd(resource.ResourceType, static (type, baseUrl) => new TypeIndexer(type, baseUrl: baseUrl), baseUrl).Extract(resource);
}
