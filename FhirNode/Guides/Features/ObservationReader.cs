using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Observations with a value of their own: measurements, coded answers, follow-ups.</summary>
internal sealed class ObservationReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private readonly CodeIndex _features = new(dictionary, carrier => carrier.Kind is CarrierKind.Observation or CarrierKind.FollowUp);
    private readonly ValueColumns _columns = new(view);

    public string ResourceType => "Observation";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            if (_features.Find(row.Text(_columns.Codes)) is var position and >= 0 && table.Find(row.Text(_columns.Patient)) is { } patient)
            {
                Take(dictionary.Features[position].Feature, position, _columns, row, patient, table);
            }
        }
    }

    /// <summary>Takes a row's value, coded or a quantity as the feature's type wants it; none leaves the feature missing.</summary>
    public static void Take(Feature feature, int position, ValueColumns columns, ViewRow row, PatientFacts patient, FactTable table)
    {
        if (feature.Type == FeatureType.Vector)
        {
            return;
        }

        if (feature.Type is FeatureType.Category or FeatureType.Binary)
        {
            if (row.Text(columns.Coded) is { Length: > 0 } coded)
            {
                table.Coded(patient, position, 0, coded, columns.Source(row));
            }
        }
        else if (FlatView.Double(row.Number(columns.Value)) is { } value)
        {
            table.Quantity(patient, position, value, row.Text(columns.Unit), columns.Source(row));
        }
    }
}
