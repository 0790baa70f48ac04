using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>
/// A feature with <c>items</c> is a template: it stands for one feature an item, <c>{id}</c> in its name and
/// label replaced by the item's key. So a panel of seventy genes is seventy words, not seventy paragraphs.
/// </summary>
internal sealed class TemplateReader(FeatureReader features, CodingReader codes)
{
    public IEnumerable<FeatureDefinition> Read(YamlMap map)
    {
        var name = map.Text("name");
        var named = map.About($"feature {name}");
        return named.Has("items")
            ? named.Map("items").Entries.Select(item => Item(named, name, item.Key, item.Value))
            : [features.Read(named, name, named.Optional("label") ?? name, own: null)];
    }

    private FeatureDefinition Item(YamlMap map, string template, string id, YamlNode value)
    {
        var name = Fill(template, id, id);
        var about = map.About($"feature {name}");
        var (label, own) = value is YamlMappingNode ? Full(about.Map(value), id) : (id, Short(about, value));
        return features.Read(about, name, Fill(map.Optional("label") ?? name, id, label), own, id);
    }

    private (string Label, IReadOnlyList<Coding>? Codings) Full(YamlMap map, string id)
    {
        map.AllowOnly("label", "codes");
        var read = codes.ReadAll(map, "codes");
        return (map.Optional("label") ?? id, read.Count > 0 ? read : null);
    }

    /// <summary>An item without a code gets one of the guide's own system, named like the feature.</summary>
    private IReadOnlyList<Coding>? Short(YamlMap map, YamlNode value)
        => map.Scalar(value) is "" or "~" ? null : [codes.Read(map, value)];

    public static string Fill(string template, string id, string label)
        => template.Replace("{id}", id, StringComparison.Ordinal).Replace("{label}", label, StringComparison.Ordinal);
}
