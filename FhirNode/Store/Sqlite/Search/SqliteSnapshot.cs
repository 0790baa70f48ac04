using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Search;

/// <summary>A read transaction of a session, for as long as it is not disposed of.</summary>
internal sealed class SqliteSnapshot : ISqlReader, IDisposable
{
    private readonly SqliteSession _session;

    public SqliteSnapshot(SqliteSession session)
    {
        _session = session;
        session.Prepare("BEGIN").Execute();
    }

    public ValueTask<List<T>> QueryAsync<T>(SqlQuery query, Func<ISqlRow, T> take, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_session.Prepare(query.Text).BindAll(query.Values).All(take));
    }

    public void Dispose() => _session.Prepare("COMMIT").Execute();
}
