using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>
/// A finding that is present, as a variant Observation (Genomics Reporting 3.0: LOINC 69548-6, the gene under
/// 48018-6, HGVS under 48004-6 and 48005-3). An absent one has no resource: the panel's record tells it from one that was not
/// tested. A further variant of the same gene is a further Observation, since the guide allows one c.HGVS in each.
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
    private readonly TextDefinition[] _texts = [.. dictionary.Texts.Where(text => text.Of == dictionary.Features[position].Name)];

    public static IEnumerable<IShape> All(DataDictionary dictionary)
        => Positions.Of(dictionary, CarrierKind.Variant).Select(position => new VariantShape(dictionary, position));

    public IEnumerable<(string Type, string Name)> Possible
        => Enumerable.Range(1, _texts.Length > 0 ? VariantTexts.Most : 1).Select(number => ("Observation", VariantTexts.ResourceName(_feature.Name, number)));

    public void Write(ShapeContext context)
    {
        if (context.Value(position) != 1)
        {
            return;
        }

        var texts = Texts(context);
        var count = texts.Select(text => text.Variants.Length).FirstOrDefault(1);
        for (var number = 1; number <= count; number++)
        {
            Write(context, number, texts);
        }
    }

    /// <summary>The first carries the gene's other details too, such as its allele frequency.</summary>
    private void Write(ShapeContext context, int number, (TextDefinition Text, string[] Variants)[] texts) => context.Add("Observation", VariantTexts.ResourceName(_feature.Name, number), _profile, json =>
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
        foreach (var detail in number > 1 ? [] : _details.Where(detail => !double.IsNaN(context.Value(detail))))
        {
            GroupShape.Component(json, context, detail);
        }

        foreach (var (text, variants) in texts.Where(text => text.Variants[number - 1].Length > 0))
        {
            Component(json, text, variants[number - 1]);
        }

        json.WriteEndArray();
    });

    private static void Component(Utf8JsonWriter json, TextDefinition text, string variant)
    {
        json.WriteStartObject();
        json.Concept("code"u8, text.Codings);
        json.Concept("valueCodeableConcept"u8, new Coding(Hgvs.System, variant));
        json.WriteEndObject();
    }

    private (TextDefinition Text, string[] Variants)[] Texts(ShapeContext context) =>
    [
        .. _texts.Where(text => context.Row.TextCells.ContainsKey(text.Name))
            .Select(text => (text, VariantTexts.Split(context.Row.TextCells[text.Name]))),
    ];
}
