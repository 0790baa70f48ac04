using System.Buffers;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>
/// Writes the rows of a view while the resources are read. Batches become bytes on all cores and go out in their order,
/// so the same resources give the same bytes.
/// </summary>
internal sealed class ViewTable(ViewRunner runner, IRowWriter writer, Func<Resource, bool> isWanted)
{
    private const int BatchSize = 256;
    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = 128 };
    private static readonly int Workers = Environment.ProcessorCount;

    /// <param name="resources">In the order of the rows.</param>
    /// <param name="limit">The most rows; null for all.</param>
    /// <param name="output">Where the rows go.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(IAsyncEnumerable<Resource> resources, int? limit, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(writer.Begin, cancellationToken);
        await (limit is { } most
            ? WriteSomeAsync(resources, most, output, cancellationToken)
            : WriteAllAsync(resources, output, cancellationToken));
        await output.WriteAsync(writer.End, cancellationToken);
    }

    /// <summary>The rows of one resource, appended.</summary>
    /// <returns>How many they are.</returns>
    public int Append(Resource resource, bool isFirst, ArrayBufferWriter<byte> bytes, int limit = int.MaxValue)
    {
        var count = 0;
        if (!isWanted(resource))
        {
            return count;
        }

        foreach (var row in runner.Run(resource))
        {
            if (count == limit)
            {
                break;
            }

            bytes.Write(isFirst && count == 0 ? default : writer.Between.Span);
            writer.Write(row, bytes);
            count++;
        }

        return count;
    }

    private async Task WriteAllAsync(IAsyncEnumerable<Resource> resources, Stream output, CancellationToken cancellationToken)
    {
        var underWay = new Queue<Task<ArrayBufferWriter<byte>>>();
        var isFirst = true;
        try
        {
            await foreach (var batch in resources.Chunk(BatchSize).WithCancellation(cancellationToken))
            {
                if (underWay.Count > Workers)
                {
                    isFirst = await SendAsync(await underWay.Dequeue(), isFirst, output, cancellationToken);
                }

                underWay.Enqueue(Task.Run(() => Rows(batch), cancellationToken));
            }

            while (underWay.TryDequeue(out var last))
            {
                isFirst = await SendAsync(await last, isFirst, output, cancellationToken);
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WriteSomeAsync(IAsyncEnumerable<Resource> resources, int most, Stream output, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var count = 0;
        await foreach (var resource in resources.WithCancellation(cancellationToken))
        {
            count += Append(resource, isFirst: count == 0, bytes, most - count);
            await output.WriteAsync(bytes.WrittenMemory, cancellationToken);
            bytes.ResetWrittenCount();
            if (count == most)
            {
                break;
            }
        }
    }

    private ArrayBufferWriter<byte> Rows(Resource[] batch)
    {
        var bytes = new ArrayBufferWriter<byte>(BatchSize * 256);
        var isFirst = true;
        foreach (var resource in batch)
        {
            // What a row holds is its own, so the parsed text may go as soon as its rows are written.
            using var document = JsonDocument.Parse(resource.Json, ParseOptions);
            isFirst &= Append(Resource.FromDocument(document, resource.Json), isFirst, bytes) == 0;
        }

        return bytes;
    }

    private async ValueTask<bool> SendAsync(ArrayBufferWriter<byte> rows, bool isFirst, Stream output, CancellationToken cancellationToken)
    {
        if (rows.WrittenCount == 0)
        {
            return isFirst;
        }

        if (!isFirst)
        {
            await output.WriteAsync(writer.Between, cancellationToken);
        }

        await output.WriteAsync(rows.WrittenMemory, cancellationToken);
        return false;
    }
}
