using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// Makes the index anew, in one transaction, when it was made by other rules than this program's. That is
/// also what keeps it whole: rows are removed by extracting the old body again, which must give the same rows.
/// </summary>
internal sealed class IndexRebuilder(SqliteSession session, SymbolTable symbols, IndexWriter index, IResourceIndexer indexer, IProgress<IndexProgress>? progress)
{
    private const string Current = "SELECT r.rid, v.body FROM resource r CROSS JOIN version v ON v.vid = r.vid WHERE r.deleted = 0 ORDER BY r.rid";

    public void RebuildIfOutdated()
    {
        var made = session.Prepare("SELECT value FROM setting WHERE name = 'index'").All(row => row.Text(0));
        if (made is [var known] && known == indexer.Fingerprint)
        {
            return;
        }

        session.Prepare("BEGIN IMMEDIATE").Execute();
        try
        {
            Rebuild();
            session.Prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('index', ?1)").Bind(1, indexer.Fingerprint).Execute();
            session.Prepare("COMMIT").Execute();
        }
        catch
        {
            if (session.InTransaction)
            {
                session.Prepare("ROLLBACK").Execute();
            }

            throw;
        }
    }

    private void Rebuild()
    {
        index.Clear();
        var all = session.Prepare("SELECT count(*) FROM resource WHERE deleted = 0").Single(count => count.Long(0));
        var done = 0L;
        var row = session.Prepare(Current);
        while (row.Step())
        {
            var rows = indexer.Extract(Resource.FromTrusted(row.Blob(1)!));
            symbols.Intern(rows);
            index.Add(row.Long(0), rows);
            index.Flush();
            if (++done % IndexProgress.Step == 0 || done == all)
            {
                progress?.Report(new IndexProgress(done, all));
            }
        }

        row.Reset();
    }
}
