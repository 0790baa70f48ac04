namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>
/// The files that a job appends to, split by size. A run that goes on after a crash cuts each file to the length that the
/// cursor knows and removes those that it does not: what was written after the last save is written again, not twice.
/// </summary>
internal sealed class NdjsonFiles : IAsyncDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly string _folder;
    private readonly long _maxBytes;
    private readonly string _extension;
    private readonly List<NdjsonFile> _files;
    private FileStream? _open;
    private bool _isDirty;

    /// <param name="folder">The job's folder.</param>
    /// <param name="maxBytes">A file that has reached this size is followed by another.</param>
    /// <param name="known">The files of the cursor; empty at the first start.</param>
    /// <param name="extension">With its dot.</param>
    /// <param name="only">The one type of these files, where others in the folder belong to somebody else.</param>
    public NdjsonFiles(string folder, long maxBytes, IReadOnlyList<NdjsonFile> known, string extension = ".ndjson", string? only = null)
    {
        _folder = folder;
        _maxBytes = maxBytes;
        _extension = extension;
        _files = [.. known];
        foreach (var stray in Directory.GetFiles(folder, $"{only ?? "*"}.*").Where(path => _files.All(file => file.Name != Path.GetFileName(path))))
        {
            File.Delete(stray);
        }

        foreach (var file in _files)
        {
            using var cut = new FileStream(PathOf(file), FileMode.Open, FileAccess.Write);
            cut.SetLength(file.Length);
        }
    }

    /// <summary>Every file so far; lengths and counts as of the last <see cref="FlushAsync"/>.</summary>
    public IReadOnlyList<NdjsonFile> Files => _files;

    /// <summary>Appends a line to the file of a type; <paramref name="begin"/> writes what stands at the top of each file.</summary>
    public async ValueTask AppendAsync(string type, ReadOnlyMemory<byte> line, bool endsLine, Func<ReadOnlyMemory<byte>>? begin, CancellationToken cancellationToken)
    {
        var stream = await StreamAsync(type, begin, cancellationToken);
        _isDirty = true;
        await stream.WriteAsync(line, cancellationToken);
        if (!endsLine)
        {
            stream.WriteByte((byte)'\n');
        }

        _files[^1] = _files[^1] with { Count = _files[^1].Count + 1 };
    }

    /// <summary>Makes sure that the type has a file, even with no line in it.</summary>
    public async ValueTask TouchAsync(string type, Func<ReadOnlyMemory<byte>>? begin, CancellationToken cancellationToken) => await StreamAsync(type, begin, cancellationToken);

    /// <summary>Brings everything to the disk, so that a cursor may say so.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_isDirty && _open is { } stream)
        {
            await stream.FlushAsync(cancellationToken);
            stream.Flush(flushToDisk: true);
            _files[^1] = _files[^1] with { Length = stream.Position };
            _isDirty = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_open is { } stream)
        {
            await stream.DisposeAsync();
            _open = null;
        }
    }

    private async ValueTask<FileStream> StreamAsync(string type, Func<ReadOnlyMemory<byte>>? begin, CancellationToken cancellationToken)
    {
        if (_open is { } stream && _files[^1].Type == type && stream.Position < _maxBytes)
        {
            return stream;
        }

        await CloseAsync(cancellationToken);
        var continues = _files.Count > 0 && _files[^1].Type == type && _files[^1].Length < _maxBytes;
        if (!continues)
        {
            _files.Add(new NdjsonFile(type, NameOf(type), 0, 0));
        }

        _open = new FileStream(PathOf(_files[^1]), FileMode.Append, FileAccess.Write, FileShare.Read, BufferSize, useAsync: false);
        if (!continues && begin is not null)
        {
            _isDirty = true;
            await _open.WriteAsync(begin(), cancellationToken);
        }

        return _open;
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await DisposeAsync();
    }

    private string NameOf(string type) => $"{type}.{_files.Count(file => file.Type == type) + 1:000}{_extension}";

    private string PathOf(NdjsonFile file) => Path.Combine(_folder, file.Name);
}
