using System.Text.Json;
using GenoMed.Fhir.Operations.Bulk;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>How far an import is; saved in the commit of the lines that it counts.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Source">Index of the file.</param>
/// <param name="Offset">Bytes of it that are done.</param>
/// <param name="Number">Lines of it that are done.</param>
/// <param name="Stored">Resources that were stored, by type.</param>
/// <param name="Errors">The files that tell of refused lines.</param>
/// <param name="Remarks">The files that tell what was stored with a remark.</param>
internal sealed record ImportCursor(
    DateTimeOffset Started,
    int Source,
    long Offset,
    long Number,
    IReadOnlyDictionary<string, long> Stored,
    IReadOnlyList<NdjsonFile> Errors,
    IReadOnlyList<NdjsonFile> Remarks)
{
    /// <summary>
    /// What became of the stored ones, by type. The result of a commit is known after it, so a cursor in the store lacks those of
    /// the commits that were under way with it: after a crash they are counted as stored, not as one of these.
    /// </summary>
    public IReadOnlyDictionary<string, ImportCounts> Counts { get; init; } = new Dictionary<string, ImportCounts>();

    public long StoredCount => Stored.Values.Sum();

    public long ErrorCount => Errors.Sum(file => file.Count);

    public static ImportCursor Begin(DateTimeOffset now) => new(now, 0, 0, 0, new Dictionary<string, long>(), [], []);

    public static ImportCursor Read(string text) => JsonSerializer.Deserialize<ImportCursor>(text, JsonSerializerOptions.Web)!;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>The same, with what became of resources.</summary>
    public ImportCursor With(IEnumerable<Store.StoredResource> stored)
    {
        var counts = new Dictionary<string, ImportCounts>(Counts);
        foreach (var resource in stored)
        {
            counts[resource.ResourceType] = (counts.GetValueOrDefault(resource.ResourceType) ?? ImportCounts.None).And(resource);
        }

        return this with { Counts = counts };
    }

    /// <summary>The cursor behind a batch.</summary>
    public ImportCursor After(ImportBatch batch, IReadOnlyList<NdjsonFile> errors, IReadOnlyList<NdjsonFile> remarks)
    {
        var stored = new Dictionary<string, long>(Stored);
        foreach (var write in batch.Lines.Select(line => line.Write).OfType<Store.StoreWrite>())
        {
            stored[write.ResourceType] = stored.GetValueOrDefault(write.ResourceType) + 1;
        }

        return this with { Source = batch.Source, Offset = batch.Offset, Number = batch.Number, Stored = stored, Errors = [.. errors], Remarks = [.. remarks] };
    }
}
