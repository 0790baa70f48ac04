using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>A follow-up: how long the patient was observed, in the source's unit, and whether the event was seen. No date is made up.</summary>
internal sealed class FollowUpShape(DataDictionary dictionary, int position) : IShape
{
    private readonly FeatureDefinition _feature = dictionary.Features[position];
    private readonly string _profile = ProfileNames.Claim(dictionary.Head, dictionary.Features[position].Name, ProfileNames.FollowUp);
    private readonly Coding _event = EventCode(dictionary);

    public static IEnumerable<IShape> All(DataDictionary dictionary)
        => Positions.Of(dictionary, CarrierKind.FollowUp).Select(position => new FollowUpShape(dictionary, position));

    /// <summary>The component code under which the event stands.</summary>
    public static Coding EventCode(DataDictionary dictionary) => new(dictionary.Head.OwnSystem, "event", "Event seen");

    public IEnumerable<(string Type, string Name)> Possible => [("Observation", _feature.Name)];

    public void Write(ShapeContext context)
    {
        if (double.IsNaN(context.Value(position)))
        {
            return;
        }

        context.Add("Observation", _feature.Name, _profile, json =>
        {
            ObservationShape.Head(json, "survey", _feature.Codings);
            context.Subject(json);
            json.Quantity("valueQuantity"u8, context.Value(position), context.Digits(position), _feature.Feature.Unit);
            if (!double.IsNaN(context.Value(position, 1)))
            {
                json.WriteStartArray("component"u8);
                json.WriteStartObject();
                json.Concept("code"u8, _event);
                json.Concept("valueCodeableConcept"u8, _feature.Categories[(int)context.Value(position, 1)].Codings);
                json.WriteEndObject();
                json.WriteEndArray();
            }
        });
    }
}
