using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index.Texts;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Finds the values of R5's search parameters. A type's are compiled on first use.</summary>
/// <param name="baseUrl">The server's own base URL without a slash at the end; null where it may change from start to start.</param>
/// <param name="fullText">Whether words of narratives and contents are indexed.</param>
internal sealed class ResourceIndexer(string? baseUrl = null, bool fullText = false) : IResourceIndexer
{
    /// <summary>Raise it with every change of what is indexed or how: files are then indexed anew when they are opened.</summary>
    private const int Format = 4;

    private readonly ConcurrentDictionary<string, TypeIndexer> _types = new();

    public string Fingerprint { get; } = $"{Format}/{R5Definitions.Instance.FhirVersion}{(fullText ? " words" : "")}{(baseUrl is null ? "" : " " + baseUrl)}";

    public IReadOnlyList<IndexRow> Extract(Resource resource)
        => fullText ? [.. Parameters(resource), .. ResourceTexts.Of(resource)] : Parameters(resource);

    private IndexRow[] Parameters(Resource resource)
        => _types.GetOrAdd(resource.ResourceType, static (type, baseUrl) => new TypeIndexer(type, baseUrl: baseUrl), baseUrl).Extract(resource);
}
