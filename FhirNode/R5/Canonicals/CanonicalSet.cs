using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>A fixed set of resources, found by type and URL; those without a URL are left out.</summary>
public sealed class CanonicalSet : ICanonicalSource
{
    private readonly ILookup<(string Type, string Url), JsonElement> _resources;

    public CanonicalSet(IEnumerable<Resource> resources) : this(resources.Select(resource => resource.Element))
    {
    }

    internal CanonicalSet(IEnumerable<JsonElement> resources)
        => _resources = resources.Where(resource => resource.Text("url") is not null)
            .ToLookup(resource => (resource.Text("resourceType") ?? string.Empty, resource.Text("url")!));

    /// <summary>Nothing at all.</summary>
    public static CanonicalSet Empty { get; } = new(Enumerable.Empty<Resource>());

    public IEnumerable<JsonElement> FindAll(string resourceType, CanonicalUrl url)
        => _resources[(resourceType, url.Url)]
            .Where(resource => url.Version is null || resource.Text("version") is not { } version || IsVersion(version, url.Version))
            .OrderByDescending(resource => resource.Text("version"), VersionComparer.Instance);

    public IEnumerable<string> Urls(string resourceType) => _resources.Where(group => group.Key.Type == resourceType).Select(group => group.Key.Url);

    // 5.0 asks for any 5.0.x (R5 references.html#canonical: partial versions).
    private static bool IsVersion(string version, string asked) => version == asked || version.StartsWith(asked + ".", StringComparison.Ordinal);
}
