using System.Globalization;
using CsvHelper;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A time from one date to another, in the feature's unit; unknown where either date is.</summary>
internal sealed class BetweenCell(CellTarget target, FileColumn start, FileColumn end, UnitConversion fromDays, string[] patterns) : CellParser(target, start.Field)
{
    public override void Parse(CsvReader csv, long row, double[] values, string?[] texts, FaultList faults)
    {
        if (Date(csv, start, row, faults) is { } first && Date(csv, end, row, faults) is { } last)
        {
            var days = last.DayNumber - first.DayNumber;
            var written = days.ToString(CultureInfo.InvariantCulture);
            var value = fromDays.Apply(written, days);
            if (NumberRules.Accept(Target, value, $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}", row, faults))
            {
                values[Target.Offset] = value;
            }
        }
    }

    protected override void Read(string text, long row, double[] values, string?[] texts, FaultList faults)
        => throw new InvalidOperationException("A time between two dates is read from two cells.");

    private DateOnly? Date(CsvReader csv, FileColumn column, long row, FaultList faults)
    {
        if (Known(csv, column.Field) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        faults.Add(row, column.Name, text, EtlRule.NotADate, $"A date is expected here, written {string.Join(" or ", patterns)}.");
        return null;
    }
}
