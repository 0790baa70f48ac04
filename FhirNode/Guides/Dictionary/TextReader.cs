using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads the <c>texts</c> of a dictionary: each entry is a template over its <c>items</c>, as features are.</summary>
internal sealed class TextReader(CodingReader codes, IReadOnlyList<FeatureDefinition> features)
{
    public IReadOnlyList<TextDefinition> Read(YamlMap root)
    {
        TextDefinition[] texts = [.. root.List("texts").SelectMany(node => Entry(root.Map(node)))];
        var columns = features.SelectMany(feature => feature.Columns.Concat(feature.Aliases));
        return texts.SelectMany(text => text.Aliases.Prepend(text.Name)).Concat(columns).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw root.Problem($"the column '{twice.Key}' stands there {twice.Count()} times")
            : texts;
    }

    private IEnumerable<TextDefinition> Entry(YamlMap map)
    {
        map.AllowOnly("name", "label", "syntax", "of", "codes", "aliases", "items");
        var named = map.About($"text {map.Text("name")}");
        return named.Map("items").Entries.Select(item => One(named, item.Key));
    }

    private TextDefinition One(YamlMap map, string id)
    {
        string Fill(string template) => TemplateReader.Fill(template, id, id);
        var of = Fill(map.Text("of"));
        var codings = codes.ReadAll(map, "codes");
        return (features.Any(feature => feature.Name == of && feature.Carrier.Kind == CarrierKind.Variant), codings.Count) switch
        {
            (false, _) => throw map.Problem($"'{of}', which it is a text 'of', is no variant of the dictionary"),
            (_, 0) => throw map.Problem("'codes' must have the code of the component that carries it"),
            _ => new TextDefinition(Fill(map.Text("name")), Fill(map.Text("label")), FeatureReader.Enumerate<TextSyntax>(map, "syntax"), of, codings, [.. map.Texts("aliases").Select(Fill)]),
        };
    }
}
