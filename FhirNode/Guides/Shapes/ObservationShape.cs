using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>One Observation with one value: a Quantity, a coded answer, or a vector as an Attachment.</summary>
internal sealed class ObservationShape(DataDictionary dictionary, int position) : IShape
{
    private readonly FeatureDefinition _feature = dictionary.Features[position];
    private readonly string _profile = ProfileNames.Claim(dictionary.Head, dictionary.Features[position].Name, ProfileNames.Measurement);

    public static IEnumerable<IShape> All(DataDictionary dictionary)
        => Positions.Where(dictionary, carrier => carrier is { Kind: CarrierKind.Observation, Group: null }).Select(position => new ObservationShape(dictionary, position));

    public IEnumerable<(string Type, string Name)> Possible => [("Observation", _feature.Name)];

    public void Write(ShapeContext context)
    {
        if (double.IsNaN(context.Value(position)))
        {
            return;
        }

        context.Add("Observation", _feature.Name, _profile, json =>
        {
            Head(json, _feature.Carrier.Category ?? "survey", _feature.Codings);
            context.Subject(json);
            Value(json, context, _feature, position);
            if (_feature.BodySite is { } site)
            {
                json.Concept("bodySite"u8, site);
            }

        });
    }

    /// <summary>The properties that every Observation of ours starts with.</summary>
    public static void Head(Utf8JsonWriter json, string category, IReadOnlyList<Coding> codings)
    {
        json.WriteString("status"u8, "final"u8);
        json.WriteStartArray("category"u8);
        json.Concept([new Coding(ResourceJson.ObservationCategory, category)]);
        json.WriteEndArray();
        json.Concept("code"u8, codings);
    }

    /// <summary><c>value[x]</c> of an Observation or of a component.</summary>
    public static void Value(Utf8JsonWriter json, ShapeContext context, FeatureDefinition feature, int position)
    {
        if (feature.Feature.Type is FeatureType.Category or FeatureType.Binary)
        {
            json.Concept("valueCodeableConcept"u8, feature.Categories[(int)context.Value(position)].Codings);
            return;
        }

        if (feature.Feature.Type == FeatureType.Vector)
        {
            VectorAttachment.Write(json, context.Vector(position), feature);
            return;
        }

        json.Quantity("valueQuantity"u8, context.Value(position), context.Digits(position), feature.Feature.Unit);
    }
}
