namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Adds up what the transactions of a load did; they finish on several threads.</summary>
internal sealed class LoadTally(EtlReport report, IProgress<EtlProgress>? progress)
{
    private readonly Lock _lock = new();
    private EtlResult _result = new(report, 0, 0, 0, 0, 0, 0);
    private long _entries;

    public EtlResult Result => _result;

    public void Add(EtlBatch batch, EtlAnswer answer)
    {
        lock (_lock)
        {
            _entries += batch.Entries;
            _result = _result with
            {
                Patients = _result.Patients + batch.PatientIds.Count,
                Bundles = _result.Bundles + 1,
                Created = _result.Created + answer.Created,
                Updated = _result.Updated + answer.Updated,
                Unchanged = _result.Unchanged + answer.Unchanged,
                Deleted = _result.Deleted + answer.Deleted,
            };
            progress?.Report(new EtlProgress(_result.Patients, report.GoodRows, _entries));
        }
    }
}
