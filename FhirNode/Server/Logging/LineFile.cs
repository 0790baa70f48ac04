using System.Threading.Channels;

namespace GenoMed.Fhir.Node.Logging;

/// <summary>A text file that grows by lines. Writers never wait for the disk; one task writes what has gathered and flushes it, also at the end.</summary>
internal sealed class LineFile : IAsyncDisposable
{
    // A write for each line would cost a request more than the line itself.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);
    private readonly Channel<ReadOnlyMemory<byte>> _lines;
    private readonly FileStream _file;
    private readonly Task _writing;

    /// <param name="path">Appended to; other processes may read it meanwhile.</param>
    /// <param name="capacity">Lines that may wait for the disk.</param>
    public LineFile(string path, int capacity)
    {
        _lines = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 64 * 1024);
        _writing = WriteAsync();
    }

    /// <summary>False when the disk is too far behind: the line is lost.</summary>
    public bool TryAppend(ReadOnlyMemory<byte> line) => _lines.Writer.TryWrite(line);

    /// <summary>Waits while the disk is too far behind: no line is lost.</summary>
    public ValueTask AppendAsync(ReadOnlyMemory<byte> line) => _lines.Writer.WriteAsync(line);

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing;
        await _file.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        while (await _lines.Reader.WaitToReadAsync())
        {
            await Task.Delay(Gathering);
            WriteGathered();
        }
    }

    private void WriteGathered()
    {
        while (_lines.Reader.TryRead(out var line))
        {
            _file.Write(line.Span);
            _file.WriteByte((byte)'\n');
        }

        _file.Flush();
    }
}
