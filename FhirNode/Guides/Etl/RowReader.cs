using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>
/// Reads a file row by row in constant memory (beside some 40 bytes a patient to find duplicates). The checking
/// pass and the load use it alike, so they cannot disagree about what a good row is.
/// </summary>
internal sealed class RowReader(DataDictionary dictionary, EtlSource source, EtlOptions options)
{
    private const int Buffer = 1 << 16;

    private readonly FaultList _faults = new(source.Name);
    private readonly List<RejectedCell> _warnings = [];

    /// <summary>True once a fault was found that no skipping of rows mends; its row is the last.</summary>
    public bool FileRejected { get; private set; }

    /// <summary>What is odd in the header.</summary>
    public IReadOnlyList<RejectedCell> Warnings => _warnings;

    public async IAsyncEnumerable<ParsedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = CsvReader.Create(Decoded(source.Open()), Options());
        var rows = default(RowParser);
        while (await NextAsync(csv, cancellationToken).ConfigureAwait(false))
        {
            var row = rows is null ? Header(csv, out rows) : rows.Parse(csv);
            if (row is { } known)
            {
                yield return known;
            }

            if (FileRejected)
            {
                yield break;
            }
        }

        if (End(rows) is { } fault)
        {
            yield return new ParsedRow(fault.Row, null, [fault], []);
        }
    }

    /// <summary>False at the end, and where the file stops being a table.</summary>
    private async ValueTask<bool> NextAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException e)
        {
            FileRejected = true;
            _faults.Clear();
            _faults.Add(e.LineNumber, null, "", EtlRule.LineTooLong, $"The line is longer than {options.MaxLineLength} bytes, or a quote in it is never closed; a table has one patient a line.");
            return false;
        }
        catch (InvalidDataException e)
        {
            FileRejected = true;
            _faults.Clear();
            _faults.Add(0, null, "", EtlRule.EmptyFile, $"The file cannot be unpacked: {e.Message}");
            return false;
        }
    }

    private ParsedRow? Header(CsvReader csv, out RowParser? rows)
    {
        var header = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
        var columns = ColumnMap.Read(dictionary, options, header, _faults, _warnings);
        rows = new RowParser(dictionary, columns, _faults, options);
        FileRejected = _faults.Faults.Count > 0;
        return FileRejected ? new ParsedRow(1, null, [.. _faults.Faults], []) : null;
    }

    private RejectedCell? End(RowParser? rows)
    {
        if (FileRejected)
        {
            return _faults.Faults[0];
        }

        FileRejected = rows is null or { Rows: 0 };
        return FileRejected ? _faults.Make(0, null, "", EtlRule.EmptyFile, rows is null ? "The file is empty." : "The file has a header and no patient.") : null;
    }

    private Stream Decoded(Stream bytes) => options.Site?.Encoding == "latin1"
        ? Encoding.CreateTranscodingStream(bytes, Encoding.Latin1, Encoding.UTF8)
        : bytes;

    private CsvReaderOptions Options() => new()
    {
        HasHeader = false,
        Separator = options.Separator ?? options.Site?.Separator?[0] ?? source.Separator,
        TrackLineNumbers = true,
        MaxRecordSize = options.MaxLineLength,
        BufferSize = Buffer,
        PoolStrings = true,
        IncludeValuesInExceptions = false,
    };
}
