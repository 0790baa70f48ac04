using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>Every code that a dictionary uses, each once, with a display.</summary>
internal static class GuideCodes
{
    public static IEnumerable<Coding> All(DataDictionary dictionary)
        => Named(dictionary).DistinctBy(coding => coding.Key).OrderBy(coding => coding.System, StringComparer.Ordinal).ThenBy(coding => coding.Code, StringComparer.Ordinal);

    private static IEnumerable<Coding> Named(DataDictionary dictionary)
    {
        var head = dictionary.Head;
        return Labelled(head.Condition.Codings, head.Condition.Label)
            .Concat(head.Panels.Values.SelectMany(panel => Labelled(panel.Codings, panel.Label).Append(panel.Item)))
            .Concat(head.Groups.Values.SelectMany(group => Labelled(group.Codings, group.Label)))
            .Concat(dictionary.Features.SelectMany(feature => Labelled(feature.Codings, feature.Feature.Label)))
            .Concat(dictionary.Features.SelectMany(feature => feature.Categories.SelectMany(category => Labelled(category.Codings, category.Label))))
            .Concat(dictionary.Texts.SelectMany(text => text.Codings))
            .Append(FollowUpShape.EventCode(dictionary));
    }

    private static IEnumerable<Coding> Labelled(IEnumerable<Coding> codings, string label) => codings.Select(coding => coding with { Display = coding.Display ?? label });
}
