using System.IO.Compression;
using System.Text;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A CSV or TSV, plain or gzip, that can be opened more than once (checking, then loading).</summary>
/// <param name="Name">The file's name, for reports.</param>
/// <param name="Open">Opens the bytes, from the start: UTF-8, or what a byte order mark says.</param>
public sealed record EtlSource(string Name, Func<Stream> Open)
{
    /// <summary>A file; <c>.gz</c> is unpacked while it is read.</summary>
    public static EtlSource File(string path) => new(Path.GetFileName(path), () => Reader(path));

    /// <summary>A text in memory.</summary>
    public static EtlSource Text(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>The separator that the name tells: a tab for TSV, else none.</summary>
    internal char? Separator => Name.Replace(".gz", "", StringComparison.OrdinalIgnoreCase).EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : null;

    private static Stream Reader(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OperationProblem.NotFound($"{path} cannot be read: {e.Message}");
        }
    }
}
