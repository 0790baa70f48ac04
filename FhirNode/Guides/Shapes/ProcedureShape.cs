using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>A treatment: <c>completed</c> where it was given, <c>not-done</c> where it is known that it was not.</summary>
internal sealed class ProcedureShape(DataDictionary dictionary, int position) : IShape
{
    private readonly FeatureDefinition _feature = dictionary.Features[position];
    private readonly string _profile = ProfileNames.Claim(dictionary.Head, dictionary.Features[position].Name, ProfileNames.Treatment);

    public static IEnumerable<IShape> All(DataDictionary dictionary)
        => Positions.Of(dictionary, CarrierKind.Procedure).Select(position => new ProcedureShape(dictionary, position));

    public IEnumerable<(string Type, string Name)> Possible => [("Procedure", _feature.Name)];

    public void Write(ShapeContext context)
    {
        if (double.IsNaN(context.Value(position)))
        {
            return;
        }

        context.Add("Procedure", _feature.Name, _profile, json =>
        {
            json.WriteString("status"u8, context.Value(position) == 1 ? "completed"u8 : "not-done"u8);
            json.Concept("code"u8, _feature.Codings);
            context.Subject(json);
        });
    }
}
