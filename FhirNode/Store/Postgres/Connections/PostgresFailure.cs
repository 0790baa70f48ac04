using System.Net.Sockets;
using GenoMed.Fhir.R5.Outcomes;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>PostgreSQL's errors as the problems that a client can be told of.</summary>
internal static class PostgresFailure
{
    /// <summary>The problem, or the exception itself where it is a defect here.</summary>
    public static Exception Of(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } full
            => OperationProblem.InsufficientStorage($"The store is full, nothing was written: {full.MessageText}."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } standby
            => OperationProblem.Unavailable($"The PostgreSQL server takes no writes: {standby.MessageText}."),
        PostgresException error when IsOutage(error.SqlState)
            => OperationProblem.Unavailable($"The PostgreSQL server does not serve now ({error.SqlState}): {error.MessageText}."),
        PostgresException => failure,
        NpgsqlException or SocketException or TimeoutException or IOException
            => OperationProblem.Unavailable($"The PostgreSQL server cannot be reached: {failure.Message}"),
        _ => failure,
    };

    /// <summary>Whether the connection is gone: what was under way on it is rolled back by the server, and may be tried on another one.</summary>
    public static bool IsLostConnection(Exception failure)
        => failure is NpgsqlException and not PostgresException or SocketException or IOException or PostgresException { SqlState: [ '5', '7', 'P', .. ] };

    /// <summary>Classes 08 (connection), 28 (refused), 3D (no such database), 53 (out of resources), 57 (told to stop), 58 (its system's errors).</summary>
    private static bool IsOutage(string state)
        => state.Length == 5 && state[..2] is "08" or "28" or "3D" or "53" or "57" or "58";
}
