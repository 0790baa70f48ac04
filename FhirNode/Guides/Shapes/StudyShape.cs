using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>
/// What was tested: a GenomicStudy of the patient with an analysis for each panel, whose <c>regionsStudied</c>
/// is an Observation that lists the findings looked for. That list has no subject and its id is a hash of its
/// content, so that all patients of a laboratory's panel share one.
/// </summary>
internal sealed class StudyShape(DataDictionary dictionary) : IShape
{
    private readonly (PanelDefinition Panel, int[] Positions)[] _panels = dictionary.Head.Panels.Values
        .Select(panel => (panel, Positions.Where(dictionary, carrier => carrier.Panel == panel.Id))).ToArray();

    public IEnumerable<(string Type, string Name)> Possible => [("GenomicStudy", "study")];

    public void Write(ShapeContext context)
    {
        var tested = _panels
            .Select(panel => (panel.Panel, Positions: panel.Positions.Where(position => !double.IsNaN(context.Value(position))).ToArray()))
            .Where(panel => panel.Positions.Length > 0)
            .Select(panel => (panel.Panel, Regions: Regions(context, panel.Panel, panel.Positions)))
            .ToArray();
        if (tested.Length > 0)
        {
            context.Add("GenomicStudy", "study", ProfileNames.Claim(dictionary.Head, name: null, ProfileNames.Study), json => Study(json, context, tested));
        }
    }

    /// <summary>The component that names a finding, in a panel's list and in a variant alike.</summary>
    public static void Finding(Utf8JsonWriter json, Coding item, FeatureDefinition feature)
    {
        json.WriteStartObject();
        json.Concept("code"u8, item);
        json.Concept("valueCodeableConcept"u8, feature.Codings);
        json.WriteEndObject();
    }

    private static void Study(Utf8JsonWriter json, ShapeContext context, (PanelDefinition Panel, string Regions)[] tested)
    {
        json.WriteString("status"u8, "available"u8);
        context.Subject(json);
        json.WriteStartArray("analysis"u8);
        foreach (var (panel, regions) in tested)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, panel.Label);
            json.WriteStartArray("regionsStudied"u8);
            json.WriteStartObject();
            json.WriteString("reference"u8, regions);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string Regions(ShapeContext context, PanelDefinition panel, int[] positions)
    {
        var features = positions.Select(position => dictionary.Features[position]).ToArray();
        var id = $"{dictionary.Head.Guide}-{panel.Id}-{ResourceIds.Hash(string.Join('\n', features.Select(feature => feature.Codings[0].Key).Concat(context.Labels)))}";
        context.AddShared("Observation", id, ProfileNames.Claim(dictionary.Head, ProfileNames.Looked(panel.Id), ProfileNames.Regions), json =>
        {
            ObservationShape.Head(json, "laboratory", panel.Codings);
            json.WriteStartArray("component"u8);
            foreach (var feature in features)
            {
                Finding(json, panel.Item, feature);
            }

            json.WriteEndArray();
        });
        return $"Observation/{id}";
    }
}
