using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>The Patient: the source identifier and the gender. No birth date, since no source gives one.</summary>
internal sealed class PatientShape(DataDictionary dictionary) : IShape
{
    private readonly int _gender = Positions.Of(dictionary, CarrierKind.Gender).FirstOrDefault(-1);

    public IEnumerable<(string Type, string Name)> Possible => [];

    public void Write(ShapeContext context) => context.AddWithId("Patient", context.PatientId, ProfileNames.Claim(dictionary.Head, name: null, ProfileNames.Patient), json =>
    {
        json.WriteStartArray("identifier"u8);
        json.WriteStartObject();
        json.WriteString("system"u8, dictionary.Head.Identifier.System);
        json.WriteString("value"u8, context.Row.SourceId);
        json.WriteEndObject();
        json.WriteEndArray();
        if (_gender >= 0 && !double.IsNaN(context.Value(_gender)))
        {
            json.WriteString("gender"u8, dictionary.Features[_gender].Categories[(int)context.Value(_gender)].Codings[0].Code);
        }
    });
}
