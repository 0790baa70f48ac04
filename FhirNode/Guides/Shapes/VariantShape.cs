using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>
/// A finding that is present, as a variant Observation (Genomics Reporting 3.0: LOINC 69548-6, the gene under
/// 48018-6). An absent one has no resource: the panel's record tells it from one that was not tested.
/// </summary>
internal sealed class VariantShape(DataDictionary dictionary, int position) : IShape
{
    public static readonly Coding Assessment = new("http://loinc.org", "69548-6", "Genetic variant assessment");
    private static readonly Coding Present = new("http://loinc.org", "LA9633-4", "Present");
    private static readonly Coding Laboratory = new(ResourceJson.ObservationCategory, "laboratory");
    private static readonly Coding Genetics = new("http://terminology.hl7.org/CodeSystem/v2-0074", "GE");

    private readonly FeatureDefinition _feature = dictionary.Features[position];
    private readonly string _profile = ProfileNames.Claim(dictionary.Head, ProfileNames.Finding(dictionary.Features[position].Carrier.Panel!), ProfileNames.Variant);
    private readonly Coding _item = dictionary.Head.Panels[dictionary.Features[position].Carrier.Panel!].Item;

    private readonly int[] _details = Positions.Where(dictionary, carrier => carrier.Of == dictionary.Features[position].Name);

    public static IEnumerable<IShape> All(DataDictionary dictionary)
        => Positions.Of(dictionary, CarrierKind.Variant).Select(position => new VariantShape(dictionary, position));

    public IEnumerable<(string Type, string Name)> Possible => [("Observation", _feature.Name)];

    public void Write(ShapeContext context)
    {
        if (context.Value(position) != 1)
        {
            return;
        }

        context.Add("Observation", _feature.Name, _profile, json =>
        {
            json.WriteString("status"u8, "final"u8);
            json.WriteStartArray("category"u8);
            json.Concept([Laboratory]);
            json.Concept([Genetics]);
            json.WriteEndArray();
            json.Concept("code"u8, Assessment);
            context.Subject(json);
            json.Concept("valueCodeableConcept"u8, Present);
            json.WriteStartArray("component"u8);
            StudyShape.Finding(json, _item, _feature);
            foreach (var detail in _details.Where(detail => !double.IsNaN(context.Value(detail))))
            {
                GroupShape.Component(json, context, detail);
            }

            json.WriteEndArray();
        });
    }
}
