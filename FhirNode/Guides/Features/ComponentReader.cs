using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Components of Observations: the features of a group, the event of a follow-up, the finding of a variant.</summary>
internal sealed class ComponentReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private const string Present = "http://loinc.org|LA9633-4";
    private const string Absent = "http://loinc.org|LA9634-2";

    private readonly CodeIndex _features = new(dictionary, carrier => carrier.Kind == CarrierKind.Observation);
    private readonly CodeIndex _followUps = new(dictionary, carrier => carrier.Kind == CarrierKind.FollowUp);
    private readonly VariantDetails _details = new(dictionary);
    private readonly TextIndex _texts = new(dictionary);
    private readonly CodeIndex _variants = new(dictionary, carrier => carrier.Kind == CarrierKind.Variant);
    private readonly HashSet<string> _items = [.. dictionary.Head.Panels.Values.Select(panel => panel.Item.Key)];
    private readonly string _event = FollowUpShape.EventCode(dictionary).Key;
    private readonly ValueColumns _columns = new(view);
    private readonly int _observation = view.Column("observation");
    private readonly int _parts = view.Column("parts");
    private readonly int _whole = view.Column("whole");

    public string ResourceType => "Observation";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            if (table.Find(row.Text(_columns.Patient)) is { } patient)
            {
                Take(row, patient, table);
            }
        }
    }

    private void Take(ViewRow row, PatientFacts patient, FactTable table)
    {
        var codes = row.Text(_columns.Codes);
        if (_features.Find(codes) is var position and >= 0)
        {
            ObservationReader.Take(dictionary.Features[position].Feature, position, _columns, row, patient, table);
        }
        else if (Codes.Contains(codes, _event) && _followUps.Find(row.Text(_observation)) is var followUp and >= 0)
        {
            table.Coded(patient, followUp, 1, row.Text(_columns.Coded), _columns.Source(row));
        }
        else if (_details.Any && Codes.Contains(row.Text(_observation), VariantShape.Assessment.Key)
            && _details.Find(_variants.Find(row.Text(_parts)), codes) is var detail and >= 0)
        {
            Detail(row, detail, patient, table);
        }
        else if (_texts.Any && Codes.Contains(row.Text(_observation), VariantShape.Assessment.Key)
            && _texts.Find(_variants.Find(row.Text(_parts)), codes) is { } text)
        {
            Text(row, text, patient);
        }
        else if (Codes.Split(codes).Any(_items.Contains) && Codes.Contains(row.Text(_observation), VariantShape.Assessment.Key))
        {
            Variant(row, patient, table);
        }
    }

    /// <summary>A detail of a finding that is not there says nothing.</summary>
    private void Detail(ViewRow row, int position, PatientFacts patient, FactTable table)
    {
        if (Codes.Contains(row.Text(_whole), Present))
        {
            ObservationReader.Take(dictionary.Features[position].Feature, position, _columns, row, patient, table);
        }
    }

    private void Text(ViewRow row, TextDefinition text, PatientFacts patient)
    {
        if (Codes.Contains(row.Text(_whole), Present) && TextIndex.Value(row.Text(_columns.Coded)) is { } value)
        {
            patient.Texts.Add(text, _columns.Source(row), value);
        }
    }

    /// <summary>A variant's own value says whether it is there; one with neither answer says nothing.</summary>
    private void Variant(ViewRow row, PatientFacts patient, FactTable table)
    {
        var answer = row.Text(_whole);
        var found = Codes.Contains(answer, Present) ? 1.0 : Codes.Contains(answer, Absent) ? 0.0 : double.NaN;
        if (!double.IsNaN(found) && _variants.Find(row.Text(_columns.Coded)) is var position and >= 0)
        {
            table.Found(patient, position, found, _columns.Source(row));
        }
    }
}
