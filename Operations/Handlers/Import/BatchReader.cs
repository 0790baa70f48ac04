using System.Runtime.CompilerServices;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>Reads the lines of all files from where a cursor stands; each batch of them is parsed, checked and prepared on a thread of its own.</summary>
internal sealed class BatchReader(ImportRequest request, LineParser parser, int batchSize)
{
    /// <returns>The batches in order, each under way.</returns>
    public async IAsyncEnumerable<Task<ImportBatch>> ReadAsync(ImportCursor from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var source = from.Source; source < request.Sources.Count; source++)
        {
            var (offset, number) = source == from.Source ? (from.Offset, from.Number) : (0, 0);
            await foreach (var batch in ReadAsync(source, offset, number, cancellationToken))
            {
                yield return batch;
            }
        }
    }

    private async IAsyncEnumerable<Task<ImportBatch>> ReadAsync(int index, long offset, long number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = request.Sources[index];
        await using var stream = await source.Open(offset, cancellationToken);
        var lines = new List<NdjsonLine>(batchSize);
        await foreach (var line in NdjsonReader.ReadAsync(stream, number, offset, cancellationToken))
        {
            (offset, number) = (line.End, line.Number);
            if (line.Bytes.Length > 0)
            {
                lines.Add(line);
            }

            if (lines.Count == batchSize)
            {
                yield return BeginAsync(index, lines, offset, number, cancellationToken);
                lines = new List<NdjsonLine>(batchSize);
            }
        }

        yield return BeginAsync(index, lines, offset, number, cancellationToken);
    }

    private Task<ImportBatch> BeginAsync(int index, List<NdjsonLine> lines, long offset, long number, CancellationToken cancellationToken)
        => Task.Run(async () => new ImportBatch(index, await ParseAsync(lines, request.Sources[index].Type, cancellationToken), offset, number), cancellationToken);

    private async Task<List<ImportLine>> ParseAsync(List<NdjsonLine> lines, string? type, CancellationToken cancellationToken)
    {
        var parsed = new List<ImportLine>(lines.Count);
        foreach (var line in lines)
        {
            parsed.Add(await parser.ParseAsync(line, type, cancellationToken));
        }

        return parsed;
    }
}
