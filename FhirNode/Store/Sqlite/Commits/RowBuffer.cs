using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>Bytes of rows, in this machine's order: they stay in memory.</summary>
internal sealed class RowBuffer
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add<T>(T value)
        where T : unmanaged
        => MemoryMarshal.Write(Take(Unsafe.SizeOf<T>()), value);

    /// <summary>The length in bytes, then the text in UTF-8.</summary>
    public void Add(string text)
    {
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        var to = Take(sizeof(int) + room);
        var length = Encoding.UTF8.GetBytes(text, to[sizeof(int)..]);
        MemoryMarshal.Write(to, length);
        Length -= room - length;
    }

    /// <summary>Writes a number over what stands at a place.</summary>
    public void Set(int place, int value) => MemoryMarshal.Write(_bytes.AsSpan(place), value);

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
