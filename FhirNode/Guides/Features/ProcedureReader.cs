using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Procedures: given, or known not to have been given.</summary>
internal sealed class ProcedureReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private readonly CodeIndex _features = new(dictionary, carrier => carrier.Kind == CarrierKind.Procedure);
    private readonly int _id = view.Column("id");
    private readonly int _patient = view.Column("patient");
    private readonly int _status = view.Column("status");
    private readonly int _codes = view.Column("codes");

    public string ResourceType => "Procedure";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            var done = row.Text(_status) switch
            {
                "completed" or "in-progress" or "stopped" => 1.0,
                "not-done" => 0.0,
                _ => double.NaN,
            };
            if (!double.IsNaN(done) && _features.Find(row.Text(_codes)) is var position and >= 0 && table.Find(row.Text(_patient)) is { } patient)
            {
                table.Found(patient, position, done, FlatView.Source(null, row.Text(_id)));
            }
        }
    }
}
