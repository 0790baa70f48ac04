using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>The checking pass over a whole file, before anything is loaded.</summary>
public sealed class EtlChecker(DataDictionary dictionary, EtlOptions options)
{
    /// <summary>Reads the file once, in constant memory, and says what is wrong with it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="progress">Told the number of rows read, now and then.</param>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The file cannot be opened.</exception>
    public async Task<EtlReport> CheckAsync(EtlSource source, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        const int Step = 1000;
        var reader = new RowReader(dictionary, source, options);
        var tally = new Tally(options.MaxReported);
        await foreach (var row in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            tally.Add(row);
            if (tally.Rows % Step == 0)
            {
                progress?.Report(tally.Rows);
            }
        }

        progress?.Report(tally.Rows);
        return tally.Report(source.Name, reader);
    }

    private sealed class Tally(int keep)
    {
        private readonly List<RejectedCell> _kept = [];
        private readonly List<RejectedCell> _flags = [];
        private long _flagged;
        private long _good;
        private long _faults;

        public long Rows { get; private set; }

        public void Add(ParsedRow row)
        {
            Rows++;
            _good += row.Patient is null ? 0 : 1;
            _faults += row.Faults.Count;
            _flagged += row.Flags.Count;
            _kept.AddRange(row.Faults.Take(keep - _kept.Count));
            _flags.AddRange(row.Flags.Take(keep - _flags.Count));
        }

        /// <summary>A fault of the file came as a row of its own; it is no patient's.</summary>
        public EtlReport Report(string file, RowReader reader)
            => new(file, Rows - (reader.FileRejected ? 1 : 0), _good, reader.FileRejected, _kept, _faults, [.. reader.Warnings, .. _flags], reader.Warnings.Count + _flagged);
    }
}
