using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>The mappings of a guide's profiles to mCODE, as its dictionary says what is what; empty for what is no cancer.</summary>
internal static class McodeFsh
{
    /// <summary>LOINC's code under which a panel names genes.</summary>
    private const string GeneStudied = "48018-6";

    public static string Write(DataDictionary dictionary)
    {
        var (head, text) = (dictionary.Head, new FshText());
        if (head.Condition.Mcode is { } condition)
        {
            Map(text, head, "condition", condition, null);
        }

        foreach (var panel in head.Panels.Values.Where(_ => head.Condition.Mcode is not null))
        {
            Map(text, head, ProfileNames.Finding(panel.Id), McodeMaps.GenomicVariant, null);
            if (panel.Item.Code == GeneStudied)
            {
                Map(text, head, ProfileNames.Looked(panel.Id), McodeMaps.GenomicRegion, null);
            }
        }

        foreach (var feature in dictionary.Features.Where(feature => feature.Mcode is not null))
        {
            var group = feature.Carrier.Group;
            Map(text, head, group is null ? feature.Name : $"group-{group}", feature.Mcode!, group is null ? null : $"component[{ResourceIds.Suffix(feature.Name)}]", feature.Name);
        }

        return text.ToString();
    }

    private static void Map(FshText text, DictionaryHead head, string profile, string target, string? component, string? feature = null)
    {
        var identity = component is null ? $"mcode-{target}" : $"mcode-{target}-{ResourceIds.Suffix(feature!)}";
        text.BeginMapping(FshText.Name($"{ProfileNames.Own(head, profile)}-{identity}"), FshText.Name(ProfileNames.Own(head, profile)), McodeMaps.Canonical + target, identity, $"mCODE 4.0.0 {target}");
        text.Rule($"-> {FshText.Quote(McodeMaps.TypeOf(target))}");
        foreach (var (ours, theirs) in McodeMaps.Of(target, component))
        {
            text.Rule($"{ours} -> {FshText.Quote(theirs)}");
        }
    }
}
