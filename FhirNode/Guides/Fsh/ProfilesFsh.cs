using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>A profile for each resource that the guide's ETL writes, derived from the shared one of its shape.</summary>
internal sealed class ProfilesFsh
{
    private readonly DataDictionary _dictionary;
    private readonly DictionaryHead _head;
    private readonly FshText _text = new();

    private ProfilesFsh(DataDictionary dictionary) => (_dictionary, _head) = (dictionary, dictionary.Head);

    public static string Write(DataDictionary dictionary)
    {
        var profiles = new ProfilesFsh(dictionary);
        profiles.Condition();
        dictionary.Features.ToList().ForEach(profiles.Feature);
        dictionary.Head.Groups.Values.ToList().ForEach(profiles.Group);
        dictionary.Head.Panels.Values.ToList().ForEach(profiles.Panel);
        return profiles._text.ToString();
    }

    private void Condition()
    {
        Begin("condition", _head.Condition.Label, ProfileNames.Condition, _head.Condition.Codings);
        if (_dictionary.Features.FirstOrDefault(feature => feature.Carrier.Kind == CarrierKind.OnsetAge)?.Feature.Unit is { } unit)
        {
            _text.Rule($"onsetAge = '{unit}'");
        }
    }

    private void Feature(FeatureDefinition feature)
    {
        if (feature.Carrier is { Kind: CarrierKind.Observation, Group: null })
        {
            Begin(feature.Name, feature.Feature.Label, ProfileNames.Measurement, feature.Codings);
            Value(string.Empty, feature);
        }
        else if (feature.Carrier.Kind == CarrierKind.FollowUp)
        {
            Begin(feature.Name, feature.Feature.Label, ProfileNames.FollowUp, feature.Codings);
            Quantity("value", feature);
            _text.Rule($"component.code = {FshText.Code(FollowUpShape.EventCode(_dictionary))}")
                .Rule($"component.valueCodeableConcept from {FshText.Name(ValueSetsFsh.Values(_head, feature.Name))} (required)");
        }
        else if (feature.Carrier.Kind == CarrierKind.Procedure)
        {
            Begin(feature.Name, feature.Feature.Label, ProfileNames.Treatment, feature.Codings);
        }
    }

    private void Group(GroupDefinition group)
    {
        Begin($"group-{group.Id}", group.Label, ProfileNames.Panel, group.Codings);
        var features = Positions.Where(_dictionary, carrier => carrier.Group == group.Id).Select(position => _dictionary.Features[position]).ToList();
        if (features.Count == 0)
        {
            return;
        }

        _text.Rule("component ^slicing.discriminator.type = #pattern").Rule("component ^slicing.discriminator.path = \"code\"").Rule("component ^slicing.rules = #open")
            .Rule($"component contains {string.Join(" and ", features.Select(feature => $"{ResourceIds.Suffix(feature.Name)} 0..1"))}");
        foreach (var feature in features)
        {
            var path = $"component[{ResourceIds.Suffix(feature.Name)}].";
            _text.Rule($"{path}code = {FshText.Code(feature.Codings[0])}");
            Value(path, feature);
        }
    }

    private void Panel(PanelDefinition panel)
    {
        var findings = FshText.Name(ValueSetsFsh.Findings(_head, panel.Id));
        _text.Begin("Profile", ProfileNames.Own(_head, ProfileNames.Finding(panel.Id)), $"Finding: {panel.Label}", "A finding of this panel that is present.", ProfileNames.Common + ProfileNames.Variant);
        var slice = panel.Item.Code switch { "48018-6" => "gene-studied", "81291-7" => "cytogenomic-nomenclature", _ => "finding" };
        _text.Rule(slice == "finding" ? "component contains finding 1..1" : $"component[{slice}] 1..1").Rule($"component[{slice}].code = {FshText.Code(panel.Item)}")
            .Rule($"component[{slice}].valueCodeableConcept from {findings} (required)");
        Begin(ProfileNames.Looked(panel.Id), panel.Label, ProfileNames.Regions, panel.Codings);
        _text.Rule($"component.code = {FshText.Code(panel.Item)}").Rule($"component.valueCodeableConcept from {findings} (required)");
    }

    private void Begin(string name, string label, string common, IReadOnlyList<Coding> codings)
        => _text.Begin("Profile", ProfileNames.Own(_head, name), label, $"{label}, as the data dictionary defines it.", ProfileNames.Common + common)
            .Rule($"code = {FshText.Code(codings[0])}");

    private void Value(string path, FeatureDefinition feature)
    {
        if (feature.Feature.Type is FeatureType.Category or FeatureType.Binary)
        {
            _text.Rule($"{path}value[x] only CodeableConcept").Rule($"{path}valueCodeableConcept from {FshText.Name(ValueSetsFsh.Values(_head, feature.Name))} (required)");
        }
        else if (feature.Feature.Type == FeatureType.Vector)
        {
            _text.Rule($"{path}value[x] only Attachment");
        }
        else
        {
            _text.Rule($"{path}value[x] only Quantity");
            Quantity($"{path}value", feature);
        }
    }

    private void Quantity(string path, FeatureDefinition feature)
    {
        if (feature.Feature.Unit is { } unit)
        {
            _text.Rule($"{path}Quantity = '{unit}'");
        }

        if (feature.LowerLimit is { } least)
        {
            _text.Rule($"{path}Quantity.value ^minValueDecimal = {FshText.Number(least)}");
        }

        if (feature.UpperLimit is { } most)
        {
            _text.Rule($"{path}Quantity.value ^maxValueDecimal = {FshText.Number(most)}");
        }
    }
}
