using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A full-text table (FTS5): the words of a resource stand under its rid, the text itself is not kept.</summary>
internal sealed class TextTable(SqliteSession session, string name) : IIndexTable
{
    private readonly List<(long Rid, string Words)> _waiting = [];
    private readonly SqliteStatement _insert = session.Prepare($"INSERT INTO {name} (rowid, words) VALUES (?1, ?2)");
    private readonly SqliteStatement _delete = session.Prepare($"DELETE FROM {name} WHERE rowid = ?1");
    private readonly SqliteStatement _clear = session.Prepare($"INSERT INTO {name} ({name}) VALUES ('delete-all')");
    private readonly SqliteStatement _forget = session.Prepare($"INSERT INTO {name} ({name}) VALUES ('optimize')");

    public void Insert(long rid, in IndexRow row) => _waiting.Add((rid, row.Text));

    public void Flush()
    {
        foreach (var (rid, words) in _waiting)
        {
            _insert.Bind(1, rid).Bind(2, words).Execute();
        }

        _waiting.Clear();
    }

    public void Discard() => _waiting.Clear();

    public void Delete(long rid, in IndexRow row) => _delete.Bind(1, rid).Execute();

    public void Clear() => _clear.Execute();

    // A deleted row's words stay until its part of the index is merged with another.
    public void Forget() => _forget.Execute();
}
