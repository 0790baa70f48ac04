using System.Text.Json;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>How far an export is.</summary>
/// <param name="TransactionTime">The instant as of which the data are; chosen once.</param>
/// <param name="Types">What is written, in order: resource types, or the names of views; chosen once, while the client's scopes are known.</param>
/// <param name="Next">Index of the type that is being written.</param>
/// <param name="After">The last id of that type that is in a file for good; null at its beginning.</param>
/// <param name="Files">The files with the lengths that count.</param>
internal sealed record ExportCursor(DateTimeOffset TransactionTime, IReadOnlyList<string> Types, int Next, string? After, IReadOnlyList<NdjsonFile> Files)
{
    /// <summary>Saves an instant, which <see cref="ChooseAsync"/> gave.</summary>
    public static async Task<ExportCursor> BeginAsync(IResourceStore store, JobWorkspace job, DateTimeOffset instant, IReadOnlyList<string> types, CancellationToken cancellationToken)
    {
        var cursor = new ExportCursor(instant, types, 0, null, []);
        await store.CommitAsync([job.Save(cursor.Write())], cancellationToken);
        return cursor;
    }

    /// <summary>The present. Commits of this very millisecond belong to the export or not: it is let pass.</summary>
    public static async Task<DateTimeOffset> ChooseAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var instant = time.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(2), time, cancellationToken);
        return instant;
    }

    public static ExportCursor Read(string text) => JsonSerializer.Deserialize<ExportCursor>(text, JsonSerializerOptions.Web)!;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
