using System.Net;
using System.Net.Sockets;

namespace GenoMed.Fhir.Http.Benchmarks.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection on a blocking socket, one request at a time. It does as little as a client can,
/// because client and server share the machine's processors.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ResponseBuffer _buffer = new();

    public HttpConnection(Uri server) => _socket.Connect(IPAddress.Parse(server.Host), server.Port);

    /// <summary>Sends a whole request and waits for the whole answer, which is valid until the next call.</summary>
    /// <exception cref="IOException">The server closed the connection.</exception>
    public ResponseBuffer Send(ReadOnlySpan<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += _socket.Send(request[sent..]);
        }

        _buffer.Clear();
        while (!_buffer.IsComplete())
        {
            var read = _socket.Receive(_buffer.Free());
            _buffer.Added(read > 0 ? read : throw new IOException("The server closed the connection."));
        }

        return _buffer;
    }

    public void Dispose() => _socket.Dispose();
}
