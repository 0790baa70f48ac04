using System.Buffers.Text;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace GenoMed.Fhir.Http.Benchmarks.Load;

/// <summary>A request made once, in which only numbers of eight digits change from one sending to the next.</summary>
internal sealed class RequestTemplate
{
    public const string Slot = "########";
    private readonly byte[] _bytes;
    private readonly List<int> _slots = [];

    public RequestTemplate(string method, string path, Uri server, string? token, string? body)
    {
        var payload = Encoding.UTF8.GetBytes(body ?? string.Empty);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: application/fhir+json\r\n");
        if (token is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {token}\r\n");
        }

        if (body is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/fhir+json\r\nContent-Length: {payload.Length}\r\n");
        }

        _bytes = [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. payload];
        FindSlots();
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The request with its slots numbered from <paramref name="first"/>.</summary>
    public ReadOnlySpan<byte> Numbered(int first)
    {
        foreach (var slot in _slots)
        {
            Utf8Formatter.TryFormat(first++, _bytes.AsSpan(slot, Slot.Length), out _, new StandardFormat('D', (byte)Slot.Length));
        }

        return _bytes;
    }

    private void FindSlots()
    {
        for (var from = 0; _bytes.AsSpan(from).IndexOf("########"u8) is var at and >= 0; from += at + Slot.Length)
        {
            _slots.Add(from + at);
        }
    }
}
