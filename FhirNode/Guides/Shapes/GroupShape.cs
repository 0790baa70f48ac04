using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>One Observation whose components are the features of a group.</summary>
internal sealed class GroupShape(DataDictionary dictionary, GroupDefinition group) : IShape
{
    private readonly string _profile = ProfileNames.Claim(dictionary.Head, $"group-{group.Id}", ProfileNames.Panel);
    private readonly int[] _positions = Positions.Where(dictionary, carrier => carrier.Group == group.Id);

    public static IEnumerable<IShape> All(DataDictionary dictionary) => dictionary.Head.Groups.Values.Select(group => new GroupShape(dictionary, group));

    public IEnumerable<(string Type, string Name)> Possible => [("Observation", $"group-{group.Id}")];

    public void Write(ShapeContext context)
    {
        var known = _positions.Where(position => !double.IsNaN(context.Value(position))).ToArray();
        if (known.Length == 0)
        {
            return;
        }

        context.Add("Observation", $"group-{group.Id}", _profile, json =>
        {
            ObservationShape.Head(json, group.Category, group.Codings);
            context.Subject(json);
            json.WriteStartArray("component"u8);
            foreach (var position in known)
            {
                Component(json, context, position);
            }

            json.WriteEndArray();
        });
    }

    /// <summary>One feature as a component.</summary>
    public static void Component(Utf8JsonWriter json, ShapeContext context, int position)
    {
        var feature = context.Dictionary.Features[position];
        json.WriteStartObject();
        json.Concept("code"u8, feature.Codings);
        ObservationShape.Value(json, context, feature, position);
        json.WriteEndObject();
    }
}
