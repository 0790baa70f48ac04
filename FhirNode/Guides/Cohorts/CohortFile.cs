using CsvHelper;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>A cohort as a CSV file: UTF-8, comma, header first.</summary>
public static class CohortFile
{
    private static readonly CsvReaderOptions Reading = new() { TrackLineNumbers = true };
    private static readonly CsvWriterOptions Writing = new() { NewLine = "\n" };

    /// <summary>Reads a file that the checking pass has accepted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keep">Which lines of the file are kept (the header is line 1); null keeps all.</param>
    public static Cohort Read(string path, Func<long, bool>? keep = null)
    {
        using var reader = CsvReader.FromFile(path, Reading);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            if (keep is null || keep(reader.LineNumber))
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
            }
        }

        return new Cohort([.. reader.Headers], rows);
    }

    /// <summary>Writes; an existing file is replaced.</summary>
    public static void Write(string path, Cohort cohort)
    {
        using var writer = CsvWriter.ToFile(path, Writing);
        writer.WriteHeader([.. cohort.Header]);
        foreach (var row in cohort.Rows)
        {
            writer.WriteRecord(row);
        }
    }
}
