using System.IO.Compression;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>Brings a stream to where an import that was interrupted goes on.</summary>
internal static class StreamSkip
{
    /// <summary>The stream behind so many bytes: by seeking where it can, else by reading them.</summary>
    public static async Task<Stream> ToAsync(Stream stream, long offset, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            stream.Seek(offset, SeekOrigin.Begin);
            return stream;
        }

        var buffer = new byte[64 * 1024];
        for (var left = offset; left > 0;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
            left = read > 0 ? left - read : 0;
        }

        return stream;
    }

    /// <summary>The same of a file that may be compressed; the offset counts plain bytes.</summary>
    public static Task<Stream> ToAsync(Stream stream, bool isPacked, long offset, CancellationToken cancellationToken)
        => ToAsync(isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream, offset, cancellationToken);
}
