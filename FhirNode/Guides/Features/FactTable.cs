using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Puts values into patients' rows: units converted, codes turned into indices, conflicts counted.</summary>
internal sealed class FactTable(DataDictionary dictionary, IReadOnlySet<string>? patientIds)
{
    private readonly Dictionary<string, PatientFacts> _patients = new(StringComparer.Ordinal);
    private readonly QualityTally _quality = new(dictionary);
    private readonly Dictionary<string, int>[] _categories = dictionary.Features.Select(Categories).ToArray();

    /// <summary>Starts a patient's row, unless the cohort is a list that the patient is not on.</summary>
    /// <param name="key">What references to the patient are joined by.</param>
    /// <param name="id">The patient's logical id.</param>
    public PatientFacts? Add(string key, string id)
    {
        if (patientIds is not null && !patientIds.Contains(id))
        {
            return null;
        }

        if (!_patients.TryGetValue(key, out var facts))
        {
            _patients.Add(key, facts = new PatientFacts(id, dictionary.Width));
        }

        return facts;
    }

    public PatientFacts? Find(string? key) => key is null ? null : _patients.GetValueOrDefault(key);

    public void Quantity(PatientFacts patient, int position, double value, string? unit, string source)
    {
        var feature = dictionary.Features[position];
        _quality.Unit(position, unit);
        if (unit == feature.Feature.Unit)
        {
            Set(patient, position, 0, value, source);
        }
        else if (unit is not null && UnitConversion.FactorFrom(feature, unit) is { } factor)
        {
            Set(patient, position, 0, value * (double)factor, source);
        }
        else
        {
            _quality.UnexpectedUnit(position);
        }
    }

    /// <summary>A vector; one of another length is counted as of an unexpected unit and dropped.</summary>
    public void Vector(PatientFacts patient, int position, double[] values, string source)
    {
        if (values.Length != dictionary.Features[position].Feature.Width)
        {
            _quality.UnexpectedUnit(position);
            return;
        }

        if (!patient.Set(dictionary.Offset(position), values, source))
        {
            _quality.Conflict(position);
        }
    }

    public void Coded(PatientFacts patient, int position, int part, string? codes, string source)
    {
        foreach (var code in Codes.Split(codes))
        {
            if (_categories[position].TryGetValue(code, out var index))
            {
                Set(patient, position, part, index, source);
                return;
            }
        }

        _quality.UnknownCode(position);
    }

    /// <summary>A finding or treatment that is there (1) or is not (0). Several agree: one that is there outweighs all that are not.</summary>
    public void Found(PatientFacts patient, int position, double value, string source)
    {
        if (!patient.Raise(dictionary.Offset(position), value, source))
        {
            _quality.Conflict(position);
        }
    }

    /// <summary>A finding that was looked for: absent, unless it was found.</summary>
    public void Tested(PatientFacts patient, int position)
    {
        ref var value = ref patient.Values[dictionary.Offset(position)];
        value = double.IsNaN(value) ? 0 : value;
    }

    private void Set(PatientFacts patient, int position, int part, double value, string source)
    {
        if (!patient.Set(dictionary.Offset(position) + part, value, source))
        {
            _quality.Conflict(position);
        }
    }

    /// <summary>The cohort's table: rows by source identifier, ordinal.</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">Two patients have the same source identifier.</exception>
    public ExtractedDataset ToDataset()
    {
        var rows = _patients.Values.Where(patient => patient.InCohort).OrderBy(patient => patient.RowId, StringComparer.Ordinal).ToArray();
        var ids = rows.Select(row => row.RowId).ToArray();
        RequireUnique(rows);
        var held = Enumerable.Range(0, dictionary.Features.Count).Where(position => Holds(position, rows)).ToArray();
        var columns = held.ToDictionary(position => dictionary.Features[position].Name, position => Column(position, rows));
        var schema = dictionary.Schema with { Features = [.. held.Select(position => dictionary.Features[position].Feature)] };
        return new ExtractedDataset(new FeatureTable(schema, ids, columns), _quality.Report(rows)) { Texts = Texts(rows), IsInvented = rows.Any(row => row.IsInvented), Members = [.. rows.Select(row => row.Id)] };
    }

    private static TextTable Texts(PatientFacts[] rows)
    {
        var texts = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var (name, cell) in row.Texts.Cells())
            {
                (texts.TryGetValue(row.RowId, out var known) ? known : texts[row.RowId] = new(StringComparer.Ordinal))[name] = cell;
            }
        }

        return new TextTable(texts);
    }

    /// <summary>A vector that no patient has would be thousands of empty columns: the table goes without.</summary>
    private bool Holds(int position, PatientFacts[] rows)
        => dictionary.Features[position].Feature.Type != FeatureType.Vector
        || Array.Exists(rows, row => !double.IsNaN(row.Values[dictionary.Offset(position)]));

    private static void RequireUnique(PatientFacts[] rows)
    {
        foreach (var (first, second) in rows.Zip(rows.Skip(1)).Where(pair => pair.First.RowId == pair.Second.RowId))
        {
            throw R5.Outcomes.OperationProblem.Conflict($"Patient/{first.Id} and Patient/{second.Id} have the same source identifier.");
        }
    }

    private double[] Column(int position, PatientFacts[] rows)
    {
        var (offset, width) = (dictionary.Offset(position), dictionary.Features[position].Feature.Width);
        var column = new double[rows.Length * width];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row].Values.AsSpan(offset, width).CopyTo(column.AsSpan(row * width));
        }

        return column;
    }

    /// <summary>Only a category's identifying code tells it: two WHO classes may share an ICD-O-3 code.</summary>
    private static Dictionary<string, int> Categories(FeatureDefinition feature)
        => feature.Categories.Select((category, i) => (category.Codings[0].Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
}
