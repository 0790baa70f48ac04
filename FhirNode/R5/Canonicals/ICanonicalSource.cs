using System.Text.Json;

namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>Where CodeSystems, ValueSets and StructureDefinitions are found by their canonical URL. Immutable.</summary>
public interface ICanonicalSource
{
    /// <summary>The resources of this type and URL, the one to use first: without a version in the URL, the newest.</summary>
    IEnumerable<JsonElement> FindAll(string resourceType, CanonicalUrl url);

    /// <summary>The resource of this type and URL, or null.</summary>
    JsonElement? Find(string resourceType, CanonicalUrl url) => FindAll(resourceType, url).Select(found => (JsonElement?)found).FirstOrDefault();

    /// <summary>The URLs of all resources of a type, each once.</summary>
    IEnumerable<string> Urls(string resourceType);
}
