using GenoMed.Fhir.Compute.Models.Data;
using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads the values of a category or binary feature or of an event, each as a bare code or as a mapping with label, codes and synonyms.</summary>
internal sealed class CategoryReader(DictionaryHead head, CodingReader codes)
{
    /// <summary>How sources write no and yes where the dictionary does not say otherwise; the first is what is written back.</summary>
    private static readonly string[][] Binary = [["0", "0.0", "no", "false"], ["1", "1.0", "yes", "true"]];

    public IReadOnlyList<CategoryDefinition> Read(YamlMap map, FeatureType type, string feature)
    {
        var read = map.List("categories").Select(node => One(map, node, feature)).ToArray();
        if (read.Select(category => category.Code).Distinct().Count() != read.Length)
        {
            throw map.Problem(map.Find("categories")!, "a category is listed twice");
        }

        return (type, read.Length) switch
        {
            (FeatureType.Category, 0) => throw map.Problem("a category feature lists its 'categories'"),
            (FeatureType.Binary or FeatureType.TimeToEvent, 0) => [Default(0), Default(1)],
            (FeatureType.Binary or FeatureType.TimeToEvent, not 2) => throw map.Problem(map.Find("categories")!, "there are two categories: absent (or censored), then present (or event)"),
            (FeatureType.Category or FeatureType.Binary or FeatureType.TimeToEvent, _) => read,
            (_, 0) => [],
            _ => throw map.Problem(map.Find("categories")!, $"a {type} feature has no categories"),
        };
    }

    private CategoryDefinition One(YamlMap map, YamlNode node, string feature)
    {
        if (node is not YamlMappingNode)
        {
            return Of(map.Scalar(node), map.Scalar(node), [], [], feature);
        }

        var own = map.Map(node);
        own.AllowOnly("code", "label", "codes", "synonyms");
        var code = own.Text("code");
        return Of(code, own.Optional("label") ?? code, codes.ReadAll(own, "codes"), own.Texts("synonyms"), feature);
    }

    private CategoryDefinition Of(string code, string label, IReadOnlyList<Coding> codings, IReadOnlyList<string> synonyms, string feature)
        => new(code, label, codings.Count > 0 ? codings : [new Coding(head.OwnSystem, $"{feature}.{code}", label)], synonyms);

    /// <summary>Yes and no are LOINC answers, so that other systems read them.</summary>
    private static CategoryDefinition Default(int value) => new(
        Binary[value][0],
        value == 1 ? "Present" : "Absent",
        [value == 1 ? new Coding("http://loinc.org", "LA9633-4", "Present") : new Coding("http://loinc.org", "LA9634-2", "Absent")],
        Binary[value][1..]);
}
