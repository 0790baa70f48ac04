using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// Draws a cohort from a trained generator: rows that break a hard rule of the dictionary or do not meet a condition are
/// drawn again, and counted by their reason. The same request gives the same rows.
/// </summary>
public sealed class SyntheticCohort
{
    private const int LeastBatch = 64;
    private const int MostBatch = 20_000;

    /// <summary>So many rows are drawn for each that is wanted, beside <see cref="Trial"/>, before it is given up.</summary>
    private const long DrawsPerRow = 200;

    /// <summary>So many rows without a single one accepted are enough to give up.</summary>
    private const long Trial = 20_000;

    private readonly SyntheticRequest _request;
    private readonly FeatureSchema _rows;
    private readonly RowLayout _layout;
    private readonly RowForm _form;
    private readonly IReadOnlyList<RowCheck> _rules;
    private readonly RowConditions _conditions;
    private readonly IReadOnlyList<CohortCell> _cells;

    /// <summary>Understands the request; nothing is drawn yet.</summary>
    /// <param name="dictionary">The guide's dictionary.</param>
    /// <param name="rows">What the generator generates: its inputs and its outcome.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="OperationProblem">A count out of range; a condition or share that is not understood or can hold for nobody.</exception>
    public SyntheticCohort(DataDictionary dictionary, FeatureSchema rows, SyntheticRequest request)
    {
        if (request.Count is < 1 or > SyntheticRequest.Largest)
        {
            throw OperationProblem.Invalid($"A synthetic cohort has 1 to {SyntheticRequest.Largest} patients, not {request.Count}.");
        }

        (_request, _rows, _layout, _form) = (request, rows, new RowLayout(rows), new RowForm(dictionary, rows));
        var reader = new ConditionReader(dictionary, rows);
        _conditions = reader.Read(request.Where);
        _cells = CohortCells.Of(ShareReader.Read(reader, _conditions, request.Shares), request.Count, request.Seed);
        _rules = HardRules.Of(dictionary, rows);
    }

    /// <summary>Draws.</summary>
    /// <param name="source">The generator.</param>
    /// <param name="key">Tells these patients from those of other sets: their identifiers are <c>SYNTHETIC-KEY-0000001</c> and so on.</param>
    /// <param name="progress">Told how many patients there are.</param>
    /// <param name="cancellationToken">Asked before each batch.</param>
    /// <exception cref="OperationProblem">Unprocessable: the conditions are met too rarely, with the share of the rows that met them; or not at all by the model.</exception>
    public DrawnCohort Draw(RowSource source, string key, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var columns = _rows.Features.ToDictionary(feature => feature.Name, feature => new double[_request.Count * feature.Width]);
        var tally = new RowTally();
        for (var cell = 0; cell < _cells.Count; cell++)
        {
            Fill(_cells[cell], cell, source, columns, tally, progress, cancellationToken);
        }

        string[] ids = [.. Enumerable.Range(1, _request.Count).Select(row => string.Create(CultureInfo.InvariantCulture, $"{Synthetic.Prefix}{key}-{row:D7}"))];
        return new DrawnCohort(new FeatureTable(_rows, ids, columns), tally.Report());
    }

    private void Fill(CohortCell cell, int index, RowSource source, Dictionary<string, double[]> columns, RowTally tally, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var wanted = _conditions.Fixed.Concat(cell.Fixed).ToDictionary();
        RowCheck[] checks = [.. _conditions.Checks, .. cell.Checks];
        var (filled, drawn, before) = (0, 0L, tally.Drawn);
        var row = new double[_layout.Width + 1];
        for (var batch = 0; filled < cell.Rows.Count; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RequireHope(cell, filled, drawn, tally);
            var table = Batch(source, BatchSize(cell.Rows.Count - filled, filled, drawn), SeedOf(index, batch), wanted);
            for (var i = 0; i < table.Count && filled < cell.Rows.Count; i++)
            {
                _layout.Read(table, i, row);
                row[^1] = double.NaN;
                _form.Apply(row);
                if (tally.Accept(row, _rules, checks))
                {
                    Write(row, cell.Rows[filled++], columns);
                }
            }

            drawn = tally.Drawn - before;
            progress?.Report(tally.Accepted);
        }
    }

    private static FeatureTable Batch(RowSource source, int size, long seed, IReadOnlyDictionary<string, double> wanted)
    {
        try
        {
            return source(size, seed, wanted);
        }
        catch (ArgumentException e)
        {
            throw OperationProblem.Unprocessable($"The model generates no such patients: {e.Message}");
        }
    }

    private static int BatchSize(int missing, int filled, long drawn)
    {
        var rate = drawn == 0 ? 1 : Math.Max(filled, 1) / (double)drawn;
        return (int)Math.Clamp(Math.Ceiling(1.05 * missing / rate), LeastBatch, MostBatch);
    }

    private static void RequireHope(CohortCell cell, int filled, long drawn, RowTally tally)
    {
        if ((filled == 0 && drawn >= Trial) || drawn >= Trial + (DrawsPerRow * cell.Rows.Count))
        {
            var report = tally.Report();
            var reasons = report.ByCondition.Concat(report.ByRule).OrderByDescending(reason => reason.Rows).Take(3).Select(reason => $"{reason.Reason} ({reason.Rows})");
            throw OperationProblem.Unprocessable(string.Create(CultureInfo.InvariantCulture,
                $"Too few of the model's rows can be taken: {filled} of {drawn} (acceptance rate {(double)filled / drawn:P3}), {cell.Rows.Count} were asked for. Drawn again for: {string.Join("; ", reasons)}."));
        }
    }

    private void Write(double[] row, int place, Dictionary<string, double[]> columns)
    {
        var at = 0;
        foreach (var feature in _layout.Features)
        {
            row.AsSpan(at, feature.Width).CopyTo(columns[feature.Name].AsSpan(place * feature.Width));
            at += feature.Width;
        }
    }

    private long SeedOf(int cell, int batch)
        => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{_request.Seed}\n{cell}\n{batch}")))) & long.MaxValue;
}
