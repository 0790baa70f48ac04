using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>The texts of one patient while resources are read: each with the variant's resource that it came from.</summary>
internal sealed class TextFacts
{
    private readonly List<(TextDefinition Text, string Source, string Value)> _found = [];

    public void Add(TextDefinition text, string source, string value) => _found.Add((text, source, value));

    /// <summary>The cells: a gene's variants in the order of their resources, the same in each of its columns.</summary>
    public IEnumerable<(string Name, string Cell)> Cells() => _found.GroupBy(one => one.Text.Of).SelectMany(gene =>
    {
        string[] sources = [.. gene.Select(one => one.Source).Distinct().Order(StringComparer.Ordinal)];
        return gene.GroupBy(one => one.Text.Name).Select(text =>
            (text.Key, VariantTexts.Join(sources.Select(source => text.FirstOrDefault(one => one.Source == source).Value ?? ""))));
    });
}
