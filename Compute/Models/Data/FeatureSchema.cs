namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>The features of a disease, in the dictionary's order.</summary>
/// <param name="Guide">The guide (folder of ImplementationGuides) that defines them, e.g. <c>mds</c>.</param>
/// <param name="Version">The dictionary's version.</param>
/// <param name="Features">Unique by name.</param>
public sealed record FeatureSchema(string Guide, string Version, IReadOnlyList<Feature> Features)
{
    /// <summary>The feature of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists what there is.</exception>
    public Feature this[string name] => Features.FirstOrDefault(feature => feature.Name == name)
        ?? throw new ArgumentException($"No feature '{name}' in {Guide} {Version}; it has: {string.Join(", ", Features.Select(feature => feature.Name))}");

    public IEnumerable<Feature> WithRole(FeatureRole role) => Features.Where(feature => feature.Role == role);
}
