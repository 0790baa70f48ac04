using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>A COPY in binary form under way: rows are gathered and sent in large pieces.</summary>
internal sealed class CopyStream : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly NpgsqlRawCopyStream _stream;
    private bool _ended;

    /// <param name="connection">In the transaction of the rows.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The names of its columns, in the order of the fields.</param>
    public CopyStream(NpgsqlConnection connection, string table, string columns)
    {
        _stream = connection.BeginRawBinaryCopy($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        Buffer.AddRaw([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8]);
        Buffer.AddRaw([0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>What is to be sent.</summary>
    public CopyBuffer Buffer { get; } = new();

    /// <summary>Sends what was gathered, once it is enough.</summary>
    public void EndRow()
    {
        if (Buffer.Length >= Piece)
        {
            Send();
        }
    }

    /// <summary>Sends the rest; the rows then are in the table.</summary>
    public void Complete()
    {
        Buffer.BeginRow(-1);
        Send();
        _ended = true;
        _stream.Dispose();
    }

    /// <summary>Ends the COPY without its rows, unless it was completed or the server ended it.</summary>
    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            _stream.Cancel();
            _stream.Dispose();
        }
    }

    /// <summary>Sends rows that were encoded elsewhere, after what was gathered.</summary>
    public void Send(ReadOnlySpan<byte> rows)
    {
        Send();
        Write(rows);
    }

    private void Send()
    {
        Write(Buffer.Written);
        Buffer.Clear();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch
        {
            _ended = true;
            throw;
        }
    }
}
