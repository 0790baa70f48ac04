using System.Runtime.CompilerServices;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>Reads a stream line by line, without a copy of the lines and without ever holding the whole.</summary>
internal static class NdjsonReader
{
    private const int BufferSize = 1 << 20;
    private const int MaxLine = 256 << 20;

    /// <param name="stream">Positioned behind <paramref name="offset"/> bytes.</param>
    /// <param name="number">The number of the line before the first.</param>
    /// <param name="offset">Bytes of the file before the first line.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationProblem">A line of more than 256 MiB.</exception>
    public static async IAsyncEnumerable<NdjsonLine> ReadAsync(Stream stream, long number, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (buffer, start, end) = (new byte[BufferSize], 0, 0);
        while (true)
        {
            for (int length; (length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
            {
                offset += length + 1;
                yield return new NdjsonLine(Clean(buffer.AsMemory(start, length)), ++number, offset);
            }

            (buffer, start, end) = MakeRoom(buffer, start, end);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > start)
        {
            yield return new NdjsonLine(Clean(buffer.AsMemory(start, end - start)), ++number, offset + end - start);
        }
    }

    // Lines that were given out still stand in the old buffer: it is left to them.
    private static (byte[] Buffer, int Start, int End) MakeRoom(byte[] buffer, int start, int end)
    {
        var left = end - start;
        if (left > MaxLine)
        {
            throw OperationProblem.TooLarge($"A line has more than {MaxLine >> 20} MiB.");
        }

        var next = new byte[Math.Max(BufferSize, left * 2)];
        buffer.AsSpan(start, left).CopyTo(next);
        return (next, 0, left);
    }

    private static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> line)
    {
        var bytes = line.Span;
        var first = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        return line[first..(bytes.Length > first && bytes[^1] == '\r' ? bytes.Length - 1 : bytes.Length)];
    }
}
