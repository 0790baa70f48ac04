using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A file's patients as transaction Bundles in NDJSON, one Bundle a line.</summary>
public static class BundleFile
{
    /// <summary>Checks the source and writes; an existing file is replaced.</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">The source has faults.</exception>
    public static async Task WriteAsync(string path, DataDictionary dictionary, EtlSource source, EtlOptions options, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await foreach (var bundle in new EtlRunner(dictionary, options).BundlesAsync(source, cancellationToken).ConfigureAwait(false))
        {
            await file.WriteAsync(bundle.Json, cancellationToken).ConfigureAwait(false);
            await file.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }
}
