using CsvHelper;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Turns the cells of one column into numbers of the row, or into faults.</summary>
internal abstract class CellParser(CellTarget target, int field)
{
    protected CellTarget Target => target;

    public virtual void Parse(CsvReader csv, long row, double[] values, string?[] texts, FaultList faults)
    {
        if (Known(csv, field) is { } text)
        {
            Read(target.Spellings.GetValueOrDefault(text, text), row, values, texts, faults);
        }
    }

    protected abstract void Read(string text, long row, double[] values, string?[] texts, FaultList faults);

    /// <summary>The cell without blanks around it; null where it says that the value is not known.</summary>
    protected string? Known(CsvReader csv, int at)
    {
        var cell = csv.GetString(at);
        var text = cell.AsSpan().Trim().Length == cell.Length ? cell : cell.Trim();
        return target.Missing.Contains(text) ? null : text;
    }
}
