using System.Runtime.CompilerServices;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Reads a file's patients and makes transaction Bundles of them, in constant memory.</summary>
public sealed class EtlRunner(DataDictionary dictionary, EtlOptions options)
{
    private readonly RowToFhir _toFhir = new(dictionary, options);

    /// <summary>The good rows of a file, in its order; bad ones are left out, so check first.</summary>
    public async IAsyncEnumerable<PatientRow> RowsAsync(EtlSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in new RowReader(dictionary, source, options).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row.Patient is { } patient)
            {
                yield return patient;
            }
        }
    }

    /// <summary>The transaction Bundles of a file, each of whole patients. Checks first: a faulty file yields nothing.</summary>
    /// <param name="source">The file; it is read twice.</param>
    /// <param name="cancellationToken">Stops between patients.</param>
    /// <exception cref="OperationProblem">The file has faults and <see cref="EtlOptions.SkipInvalid"/> is off, or skipping would not help.</exception>
    public async IAsyncEnumerable<Resource> BundlesAsync(EtlSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await RequireLoadableAsync(source, cancellationToken).ConfigureAwait(false);
        await foreach (var batch in BatchesAsync(source, cancellationToken).ConfigureAwait(false))
        {
            yield return batch.Bundle;
        }
    }

    /// <summary>The checking pass as a gate.</summary>
    internal async Task<EtlReport> RequireLoadableAsync(EtlSource source, CancellationToken cancellationToken)
    {
        var report = await new EtlChecker(dictionary, options).CheckAsync(source, progress: null, cancellationToken).ConfigureAwait(false);
        return report.MayLoad(options.SkipInvalid) ? report : throw report.ToProblem();
    }

    internal async IAsyncEnumerable<EtlBatch> BatchesAsync(EtlSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sent = new HashSet<BundleEntry>(ReferenceEqualityComparer.Instance);
        var (bundle, patients, invented) = (new TransactionBuilder(), new List<string>(), false);
        await foreach (var row in RowsAsync(source, cancellationToken).ConfigureAwait(false))
        {
            var entries = _toFhir.Entries(row).Where(entry => !_toFhir.IsShared(entry) || sent.Add(entry)).ToArray();
            if (patients.Count > 0 && bundle.Count + entries.Length > options.BundleEntries)
            {
                yield return new EtlBatch(bundle.ToBundle(), patients, bundle.Count) { IsInvented = invented };
                (bundle, patients, invented) = (new TransactionBuilder(), [], false);
            }

            bundle.Add(entries);
            invented |= row.IsInvented;
            patients.Add(ResourceIds.Patient(dictionary.Head.Guide, row.SourceId));
        }

        if (patients.Count > 0)
        {
            yield return new EtlBatch(bundle.ToBundle(), patients, bundle.Count) { IsInvented = invented };
        }
    }
}
