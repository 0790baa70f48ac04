using System.Text.Json;

namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>Several sources; the first that knows a URL answers.</summary>
public sealed class CanonicalChain(params IReadOnlyList<ICanonicalSource> sources) : ICanonicalSource
{
    public JsonElement? Find(string resourceType, CanonicalUrl url)
        => sources.Select(source => source.Find(resourceType, url)).FirstOrDefault(found => found is not null);

    public IEnumerable<string> Urls(string resourceType) => sources.SelectMany(source => source.Urls(resourceType)).Distinct(StringComparer.Ordinal);
}
