using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>A value set for each coded feature and for the findings of each panel.</summary>
internal static class ValueSetsFsh
{
    public static string Values(DictionaryHead head, string feature) => $"{ProfileNames.Own(head, feature)}-values";

    public static string Findings(DictionaryHead head, string panel) => $"{head.Guide}-findings-{panel}";

    public static bool IsCoded(FeatureDefinition feature)
        => feature.Feature.Type is FeatureType.Category or FeatureType.Binary or FeatureType.TimeToEvent
            && feature.Carrier.Kind is CarrierKind.Observation or CarrierKind.FollowUp;

    public static string Write(DataDictionary dictionary)
    {
        var (head, text) = (dictionary.Head, new FshText());
        foreach (var feature in dictionary.Features.Where(IsCoded))
        {
            Set(text, Values(head, feature.Name), $"{feature.Feature.Label}: values", feature.Categories.Select(category => category.Codings[0] with { Display = category.Codings[0].Display ?? category.Label }));
        }

        foreach (var panel in head.Panels.Values)
        {
            Set(text, Findings(head, panel.Id), $"{panel.Label}: findings", Positions.Where(dictionary, carrier => carrier.Panel == panel.Id)
                .Select(position => dictionary.Features[position]).Select(feature => feature.Codings[0] with { Display = feature.Codings[0].Display ?? feature.Feature.Label }));
        }

        return text.ToString();
    }

    private static void Set(FshText text, string id, string title, IEnumerable<Coding> codings)
    {
        text.Begin("ValueSet", id, title, "As the data dictionary lists them.").Rule("^experimental = true");
        foreach (var coding in codings.DistinctBy(coding => coding.Key))
        {
            text.Rule($"{FshText.Code(coding)} {FshText.Quote(coding.Display ?? coding.Code)}");
        }
    }
}
