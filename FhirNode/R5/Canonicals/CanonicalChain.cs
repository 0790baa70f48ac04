using System.Text.Json;

namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>Several sources; what the first knows comes first.</summary>
public sealed class CanonicalChain(params IReadOnlyList<ICanonicalSource> sources) : ICanonicalSource
{
    public IEnumerable<JsonElement> FindAll(string resourceType, CanonicalUrl url) => sources.SelectMany(source => source.FindAll(resourceType, url));

    public IEnumerable<string> Urls(string resourceType) => sources.SelectMany(source => source.Urls(resourceType)).Distinct(StringComparer.Ordinal);
}
