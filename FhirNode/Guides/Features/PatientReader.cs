using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Patients: the source identifier and the gender.</summary>
internal sealed class PatientReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private const string GenderSystem = "http://hl7.org/fhir/administrative-gender";

    private readonly int _gender = Positions.Of(dictionary, CarrierKind.Gender).FirstOrDefault(-1);
    private readonly int _key = view.Column("key");
    private readonly int _id = view.Column("id");
    private readonly int _system = view.Column("system");
    private readonly int _identifier = view.Column("identifier");
    private readonly int _born = view.Column("born");
    private readonly int _died = view.Column("died");
    private readonly int _genderColumn = view.Column("gender");

    public string ResourceType => "Patient";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            if (row.Text(_key) is not { } key || row.Text(_id) is not { } id || table.Add(key, id) is not { } patient)
            {
                continue;
            }

            patient.IsInvented = Invented.Is(resource);
            (patient.Born, patient.Died) = (row.Text(_born), row.Text(_died));
            if (row.Text(_system) == dictionary.Head.Identifier.System && row.Text(_identifier) is { } identifier)
            {
                patient.RowId = identifier;
            }

            if (_gender >= 0 && row.Text(_genderColumn) is { } gender)
            {
                table.Coded(patient, _gender, 0, $"{GenderSystem}|{gender}", id);
            }
        }
    }
}
