using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>
/// One kept-alive HTTP/1.1 connection on a blocking socket: on two cores an HTTP client of the usual kind would take from
/// the node what is to be measured.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly string _head;

    public Connection(Uri baseUrl, string token)
    {
        _socket.Connect(baseUrl.Host, baseUrl.Port);
        _head = $"Host: {baseUrl.Authority}\r\nAuthorization: Bearer {token}\r\nAccept: application/fhir+json\r\n";
    }

    /// <summary>The bytes of a GET.</summary>
    public byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{_head}\r\n");

    /// <summary>The bytes of a POST.</summary>
    public byte[] Post(string path, byte[] body)
        => [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\n{_head}Content-Type: application/fhir+json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    /// <summary>Sends a request and reads its whole answer.</summary>
    /// <returns>The head of the answer.</returns>
    public string Send(byte[] request, int expectedStatus)
    {
        _socket.Send(request);
        var filled = 0;
        int headLength;
        while ((headLength = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += Receive(filled);
        }

        var head = Encoding.ASCII.GetString(_buffer, 0, headLength);
        if (!head.AsSpan(9).StartsWith(expectedStatus.ToString(CultureInfo.InvariantCulture)))
        {
            throw new InvalidOperationException($"Expected {expectedStatus}: {Encoding.UTF8.GetString(_buffer, 0, filled)}");
        }

        for (var length = headLength + 4 + ContentLength(head); filled < length;)
        {
            filled += Receive(filled);
        }

        return head;
    }

    public static string Header(string head, string name)
    {
        var at = head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase) + name.Length + 4;
        var end = head.IndexOf('\r', at);
        return end < 0 ? head[at..] : head[at..end];
    }

    public void Dispose() => _socket.Dispose();

    private int Receive(int filled) => _socket.Receive(_buffer.AsSpan(filled)) is > 0 and var received ? received : throw new InvalidOperationException("The node closed the connection.");

    private static int ContentLength(string head) => int.Parse(Header(head, "Content-Length"), CultureInfo.InvariantCulture);
}
