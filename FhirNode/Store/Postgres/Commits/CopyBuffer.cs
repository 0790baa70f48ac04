using System.Buffers.Binary;
using System.Text;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Rows in COPY's binary form (PostgreSQL, COPY: Binary Format): a count of fields, then each with its length.</summary>
internal sealed class CopyBuffer
{
    private byte[] _bytes = new byte[512];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void BeginRow(int fields) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)fields);

    public void Add(int value)
    {
        var to = Take(sizeof(int) + sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(to, sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(to[sizeof(int)..], value);
    }

    public void Add(long value)
    {
        var to = Take(sizeof(int) + sizeof(long));
        BinaryPrimitives.WriteInt32BigEndian(to, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(to[sizeof(int)..], value);
    }

    public void Add(double value)
    {
        var to = Take(sizeof(int) + sizeof(double));
        BinaryPrimitives.WriteInt32BigEndian(to, sizeof(double));
        BinaryPrimitives.WriteDoubleBigEndian(to[sizeof(int)..], value);
    }

    public void Add(string value)
    {
        var room = Encoding.UTF8.GetMaxByteCount(value.Length);
        var to = Take(sizeof(int) + room);
        var length = Encoding.UTF8.GetBytes(value, to[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(to, length);
        Length -= room - length;
    }

    /// <summary>Bytes; null for a field without value.</summary>
    public void Add(ReadOnlyMemory<byte>? value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value?.Length ?? -1);
        if (value is { } bytes)
        {
            AddRaw(bytes.Span);
        }
    }

    /// <summary>Bytes that are in the form already.</summary>
    public Span<byte> AddRaw(ReadOnlySpan<byte> bytes)
    {
        var to = Take(bytes.Length);
        bytes.CopyTo(to);
        return to;
    }

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
