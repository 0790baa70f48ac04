using TorchSharp;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>
/// The safetensors format: 8 bytes of header length (little-endian), a JSON header of names to dtype, shape and offsets,
/// then the values. Written on TorchSharp's public API only. Names are sorted ordinally and the header is padded with
/// spaces to 8 bytes, so that the same state gives the same bytes.
/// </summary>
public static class SafetensorsFile
{
    /// <summary>The bytes of a file with these tensors and, under "__metadata__", these texts.</summary>
    /// <exception cref="ArgumentException">A tensor's element type is not written.</exception>
    public static byte[] Write(IReadOnlyDictionary<string, torch.Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        SafetensorsWriter.Write(tensors, metadata ?? new Dictionary<string, string>());

    /// <summary>Writes a file to a stream.</summary>
    public static async Task WriteAsync(Stream stream, IReadOnlyDictionary<string, torch.Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        await stream.WriteAsync(Write(tensors, metadata), cancellationToken).ConfigureAwait(false);

    /// <summary>Writes a file in one move: a reader sees the old one or the new one, never a part.</summary>
    public static async Task SaveAsync(string path, IReadOnlyDictionary<string, torch.Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        var part = $"{path}.part";
        await File.WriteAllBytesAsync(part, Write(tensors, metadata), cancellationToken).ConfigureAwait(false);
        File.Move(part, path, overwrite: true);
    }

    /// <summary>The tensors and texts of a file.</summary>
    /// <exception cref="SafetensorsException">Cut short, hostile, or of types that are not read.</exception>
    public static SafetensorsContent Read(ReadOnlyMemory<byte> file) => SafetensorsReader.Read(file);

    /// <summary>Reads a file to the end of the stream, of at most <paramref name="maxBytes"/>.</summary>
    /// <exception cref="SafetensorsException">Longer, or see <see cref="Read"/>.</exception>
    public static async Task<SafetensorsContent> ReadAsync(Stream stream, int maxBytes = 1 << 28, CancellationToken cancellationToken = default)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int count; (count = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (buffer.Length + count > maxBytes)
            {
                throw new SafetensorsException($"expected at most {maxBytes} bytes, got more");
            }

            buffer.Write(chunk, 0, count);
        }

        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>Reads a file by its path.</summary>
    public static async Task<SafetensorsContent> LoadAsync(string path, CancellationToken cancellationToken = default) =>
        Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
}
