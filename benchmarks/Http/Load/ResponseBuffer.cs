using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GenoMed.Fhir.Http.Benchmarks.Load;

/// <summary>The bytes of one answer as they come, and where they end: by Content-Length or by chunks (RFC 9112, 6 and 7.1).</summary>
internal sealed class ResponseBuffer
{
    private byte[] _bytes = new byte[256 * 1024];
    private int _length;
    private int _body;
    private int _next;
    private int _contentLength;

    public int Status { get; private set; }

    /// <summary>Bytes of the body, the framing of chunks included.</summary>
    public int BodyLength => _length - _body;

    public ReadOnlySpan<byte> Head => _bytes.AsSpan(0, _body);

    public string Text => Encoding.UTF8.GetString(_bytes, 0, _length);

    public void Clear() => (_length, _body, _next, _contentLength) = (0, 0, 0, -1);

    public Span<byte> Free()
    {
        if (_length == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        return _bytes.AsSpan(_length);
    }

    public void Added(int count) => _length += count;

    public bool IsComplete() => (_body > 0 || ReadHead()) && (_contentLength >= 0 ? _length - _body >= _contentLength : ReadChunks());

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name)
    {
        var at = Head.IndexOf(Encoding.ASCII.GetBytes($"\r\n{name}: "));
        if (at < 0)
        {
            return null;
        }

        var value = Head[(at + name.Length + 4)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf("\r\n"u8)]);
    }

    private bool ReadHead()
    {
        var end = _bytes.AsSpan(0, _length).IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        _body = _next = end + 4;
        Utf8Parser.TryParse(_bytes.AsSpan(9, 3), out int status, out _);
        Status = status;
        _contentLength = Length();
        return true;
    }

    private int Length()
    {
        var at = Head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(Head[(at + 16)..], out int length, out _) ? length
            : Head.IndexOf("Transfer-Encoding: chunked"u8) >= 0 ? -1 : 0;
    }

    // Stays at the first chunk that is not whole, so that each is looked at once.
    private bool ReadChunks()
    {
        while (_bytes.AsSpan(_next, _length - _next) is var rest && rest.IndexOf("\r\n"u8) is var line and >= 0)
        {
            var size = int.Parse(rest[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var end = _next + line + 2 + size + 2;
            if (end > _length)
            {
                return false;
            }

            if (size == 0)
            {
                return true;
            }

            _next = end;
        }

        return false;
    }
}
