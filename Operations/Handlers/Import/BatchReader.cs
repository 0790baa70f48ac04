using System.Runtime.CompilerServices;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>Reads, parses and checks the lines of all files from where a cursor stands.</summary>
internal sealed class BatchReader(ImportRequest request, LineParser parser, int batchSize)
{
    public async IAsyncEnumerable<ImportBatch> ReadAsync(ImportCursor from, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    private async IAsyncEnumerable<ImportBatch> ReadAsync(int index, long offset, long number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = request.Sources[index];
        await using var stream = await source.Open(offset, cancellationToken);
        var lines = new List<ImportLine>(batchSize);
        await foreach (var line in NdjsonReader.ReadAsync(stream, number, offset, cancellationToken))
        {
            (offset, number) = (line.End, line.Number);
            if (line.Bytes.Length > 0)
            {
                lines.Add(await parser.ParseAsync(line, source.Type, cancellationToken));
            }

            if (lines.Count == batchSize)
            {
                yield return new ImportBatch(index, lines, offset, number);
                lines = new List<ImportLine>(batchSize);
            }
        }

        yield return new ImportBatch(index, lines, offset, number);
    }
}
