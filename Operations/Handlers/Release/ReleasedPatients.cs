using System.Security.Cryptography;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Export;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.Operations.ExtractDataset;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>
/// The report judged the CSV; what is published are the patients. Both must still be what was generated: the CSV has the set's
/// SHA-256, the features extracted of the stored patients are written as just that CSV, and what is stored of them is what the CSV's rows make.
/// </summary>
internal static class ReleasedPatients
{
    /// <exception cref="OperationProblem">Unprocessable: the CSV or a patient was changed since.</exception>
    public static async Task RequireUnchangedAsync(IResourceStore store, GuideCatalog guides, DraftSet set, OperationContext context)
    {
        var csv = await CsvAsync(store, set, context.CancellationToken);
        if (Hash(csv) != set.Sha256)
        {
            throw OperationProblem.Unprocessable($"The CSV of Library/{set.Library.Id} is not the one that its SHA-256 names: it was changed. Generate the set again.");
        }

        var guide = guides.Find(set.Guide);
        context.Progress.Report(new OperationProgress(0.1, "reading the patients"));
        var members = await CohortMembers.ReadAsync(store, set.Group, context.CancellationToken);
        var extracted = (await FeatureExtractor.ExtractAsync(guide, store.ScanAsync, members, context.CancellationToken)).Table;
        var columns = SyntheticCsv.Columns(extracted, guide.Dictionary, csv);
        using var written = new MemoryStream();
        DatasetCsv.WriteRows(written, columns, guide.Dictionary);
        if (Hash(written.GetBuffer().AsSpan(0, (int)written.Length)) != set.Sha256)
        {
            throw OperationProblem.Unprocessable($"The patients of Group/{set.Group} are not those of the set's CSV: one was changed, added or taken away. Generate the set again.");
        }

        // The extracted rows are now known to be the CSV's.
        context.Progress.Report(new OperationProgress(0.5, "comparing the patients with what was generated"));
        await new GeneratedResources(guide, columns).RequireStoredAsync(store, members, context.CancellationToken);
    }

    private static async Task<byte[]> CsvAsync(IResourceStore store, DraftSet set, CancellationToken cancellationToken)
    {
        using var csv = new MemoryStream();
        foreach (var id in set.Csv)
        {
            var binary = (await store.ReadAsync("Binary", id, cancellationToken))?.Resource ?? throw OperationProblem.Unprocessable($"Binary/{id}, which has the set's CSV, is not there.");
            csv.Write(BinaryResource.Read(binary).Data.Span);
        }

        return csv.ToArray();
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
