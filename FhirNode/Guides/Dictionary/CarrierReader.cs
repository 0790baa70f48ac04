using GenoMed.Fhir.Compute.Models.Data;
using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads how a feature travels, and refuses a shape that cannot hold its type.</summary>
internal sealed class CarrierReader(DictionaryHead head)
{
    private static readonly Dictionary<CarrierKind, FeatureType[]> Holds = new()
    {
        [CarrierKind.Gender] = [FeatureType.Category],
        [CarrierKind.OnsetAge] = [FeatureType.Continuous, FeatureType.Count],
        [CarrierKind.Diagnosis] = [FeatureType.Category],
        [CarrierKind.Observation] = [FeatureType.Continuous, FeatureType.Count, FeatureType.Category, FeatureType.Binary, FeatureType.Vector],
        [CarrierKind.Variant] = [FeatureType.Binary],
        [CarrierKind.VariantDetail] = [FeatureType.Continuous, FeatureType.Count, FeatureType.Category],
        [CarrierKind.Procedure] = [FeatureType.Binary],
        [CarrierKind.FollowUp] = [FeatureType.TimeToEvent],
    };

    public Carrier Read(YamlMap map, FeatureType type, string id)
    {
        var node = map.Find("carrier") ?? throw map.Problem("'carrier' is missing: the FHIR shape that the feature travels in");
        var carrier = node is YamlMappingNode ? Full(map.Map(node), type, id) : new Carrier(Kind(map, "carrier"));
        if (!Holds[carrier.Kind].Contains(type))
        {
            throw map.Problem(node, $"a {carrier.Kind} cannot carry a {type} feature");
        }

        return carrier;
    }

    private Carrier Full(YamlMap map, FeatureType type, string id)
    {
        map.AllowOnly("kind", "panel", "group", "category", "of");
        var carrier = new Carrier(Kind(map, "kind"), map.Optional("panel"), map.Optional("group"), map.Optional("category"), map.Optional("of") is { } of ? TemplateReader.Fill(of, id, id) : null);
        if (carrier.Kind == CarrierKind.VariantDetail == carrier.Of is null)
        {
            throw map.Problem("a variant-detail, and nothing else, names the variant feature that it is a detail 'of'");
        }

        if (carrier.Kind == CarrierKind.Variant && !head.Panels.ContainsKey(carrier.Panel ?? ""))
        {
            throw map.Problem($"a variant names one of the dictionary's panels ({string.Join(", ", head.Panels.Keys)}), not '{carrier.Panel}'");
        }

        if (carrier.Group is not null && type == FeatureType.Vector)
        {
            throw map.Problem("a component holds no vector; give it an Observation of its own");
        }

        return carrier.Group is null || head.Groups.ContainsKey(carrier.Group)
            ? carrier
            : throw map.Problem($"no group '{carrier.Group}'; the dictionary has {string.Join(", ", head.Groups.Keys)}");
    }

    private static CarrierKind Kind(YamlMap map, string key) => FeatureReader.Enumerate<CarrierKind>(map, key);
}
