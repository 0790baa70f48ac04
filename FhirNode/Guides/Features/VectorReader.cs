using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Observations whose value is a vector.</summary>
internal sealed class VectorReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private readonly CodeIndex _features = new(dictionary, carrier => carrier.Kind == CarrierKind.Observation);
    private readonly int _id = view.Column("id");
    private readonly int _patient = view.Column("patient");
    private readonly int _time = view.Column("time");
    private readonly int _codes = view.Column("codes");
    private readonly int _type = view.Column("contentType");
    private readonly int _data = view.Column("data");

    public string ResourceType => "Observation";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            if (_features.Find(row.Text(_codes)) is var position and >= 0
                && dictionary.Features[position].Feature.Type == FeatureType.Vector
                && table.Find(row.Text(_patient)) is { } patient)
            {
                var values = VectorAttachment.Read(row.Text(_type), row.Text(_data)) ?? [];
                table.Vector(patient, position, values, FlatView.Source(row.Text(_time), row.Text(_id)));
            }
        }
    }
}
