using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Conditions of the guide's disease: who is in the cohort, the class of the disease, the age at onset.</summary>
internal sealed class ConditionReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private readonly int _age = Positions.Of(dictionary, CarrierKind.OnsetAge).FirstOrDefault(-1);
    private readonly int[] _classes = Positions.Of(dictionary, CarrierKind.Diagnosis);
    private readonly HashSet<string> _disease = [.. dictionary.Head.Condition.Codings.Select(coding => coding.Key)];
    private readonly int _id = view.Column("id");
    private readonly int _patient = view.Column("patient");
    private readonly int _codes = view.Column("codes");
    private readonly int _onset = view.Column("onset");
    private readonly int _recorded = view.Column("recorded");
    private readonly int _ageColumn = view.Column("age");
    private readonly int _unit = view.Column("unit");

    public string ResourceType => "Condition";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            var codes = Codes.Split(row.Text(_codes));
            if (codes.Any(_disease.Contains) && table.Find(row.Text(_patient)) is { } patient)
            {
                patient.InCohort = true;
                Date(patient, row.Text(_onset) ?? row.Text(_recorded));
                Take(row, codes, patient, table);
            }
        }
    }

    private static void Date(PatientFacts patient, string? date)
        => patient.Diagnosed = patient.Diagnosed is null || (date is not null && string.CompareOrdinal(date, patient.Diagnosed) < 0) ? date ?? patient.Diagnosed : patient.Diagnosed;

    private void Take(ViewRow row, string[] codes, PatientFacts patient, FactTable table)
    {
        var source = FlatView.Source(null, row.Text(_id));
        if (_age >= 0 && FlatView.Double(row.Number(_ageColumn)) is { } age)
        {
            table.Quantity(patient, _age, age, row.Text(_unit), source);
        }

        // A class is one of several codings; a Condition that names none has the class missing, not unknown.
        var classes = string.Join('\n', codes.Where(code => !_disease.Contains(code)));
        foreach (var position in _classes.Where(_ => classes.Length > 0))
        {
            table.Coded(patient, position, 0, classes, source);
        }
    }
}
