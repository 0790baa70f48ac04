using CsvHelper;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Types one row after another and gathers what is wrong with each.</summary>
internal sealed class RowParser(DataDictionary dictionary, ColumnMap map, FaultList faults, EtlOptions options)
{
    private readonly Pseudonym _pseudonym = new(options.PseudonymKey);
    private readonly DuplicateGuard _seen = new();
    private readonly TextRule[] _textRules = TextRule.All(dictionary);
    private readonly IRowRule[] _rules = [.. FollowUpRule.All(dictionary), .. DetailRule.All(dictionary), .. VectorRule.All(dictionary), .. CombinationRule.All(dictionary, options.Rules)];

    public long Rows { get; private set; }

    public ParsedRow? Parse(CsvReader csv)
    {
        Rows++;
        faults.Clear();
        var row = csv.LineNumber;
        if (csv.FieldCount != map.Fields)
        {
            faults.Add(row, null, "", EtlRule.RaggedRow, $"The header has {map.Fields} columns, this row {csv.FieldCount}; a text with the separator in it must be quoted.");
            return new ParsedRow(row, null, [.. faults.Faults], []);
        }

        var patient = Patient(csv, row);
        return faults.Faults.Count == 0 ? new ParsedRow(row, patient, [], [.. faults.Flags]) : new ParsedRow(row, null, [.. faults.Faults], [.. faults.Flags]);
    }

    private PatientRow Patient(CsvReader csv, long row)
    {
        var values = new double[dictionary.Width];
        var texts = new string?[dictionary.Width];
        Array.Fill(values, double.NaN);
        foreach (var cell in map.Cells)
        {
            cell.Parse(csv, row, values, texts, faults);
        }

        foreach (var rule in _rules)
        {
            rule.Check(values, row, faults);
        }

        var cells = Texts(csv, row, values);
        var source = csv.GetString(map.Identifier).Trim();
        return new PatientRow(Identifier(source, row), values, texts) { TextCells = cells, IsInvented = Invented.Is(source) };
    }

    private Dictionary<string, string> Texts(CsvReader csv, long row, double[] values)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in map.Texts)
        {
            cell.Parse(csv, row, cells, faults);
        }

        foreach (var rule in cells.Count == 0 ? [] : _textRules)
        {
            rule.Check(values, cells, row, faults);
        }

        return cells;
    }

    private string Identifier(string source, long row)
    {
        if (source.Length == 0 || dictionary.Head.Missing.Contains(source))
        {
            faults.Add(row, dictionary.Head.Identifier.Column, source, EtlRule.MissingIdentifier, "A patient needs an identifier.");
        }
        else if (!_seen.Add(source, row, out var first))
        {
            faults.Add(row, dictionary.Head.Identifier.Column, source, EtlRule.DuplicatePatient, $"The patient is already in row {first}; keep one row a patient.");
        }

        return _pseudonym.Of(source);
    }
}
