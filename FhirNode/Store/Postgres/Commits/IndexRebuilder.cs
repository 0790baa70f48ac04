using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>
/// Makes the index anew, in one transaction, when it was made by other rules than this program's. That is also what
/// keeps it whole: rows are removed by extracting the old body again, which must give the same rows.
/// </summary>
internal sealed class IndexRebuilder(NpgsqlConnection connection, PostgresSymbols symbols, IResourceIndexer indexer, IProgress<IndexProgress>? progress)
{
    private const int PageSize = 1000;
    private const string Current = "SELECT r.rid, v.body FROM resource r JOIN version v ON v.vid = r.vid WHERE r.deleted = 0 AND r.rid > $1 ORDER BY r.rid LIMIT $2";

    public void RebuildIfOutdated()
    {
        using var made = new NpgsqlCommand("SELECT value FROM setting WHERE name = 'index'", connection);
        var rules = made.ExecuteScalar() as string;
        if (rules == indexer.Fingerprint)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        Run("SELECT 1 FROM commit_clock FOR UPDATE");
        if (rules is not null)
        {
            Clear();
        }

        using var count = new NpgsqlCommand("SELECT count(*) FROM resource WHERE deleted = 0", connection) { CommandTimeout = 0 };
        var all = (long)count.ExecuteScalar()!;
        for (var (last, done) = (0L, 0L); AddPage(ref last) is var added && added > 0;)
        {
            done += added;
            if (done % IndexProgress.Step == 0 || done == all)
            {
                progress?.Report(new IndexProgress(done, all));
            }
        }

        Run($"INSERT INTO setting (name, value) VALUES ('index', '{indexer.Fingerprint}') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        transaction.Commit();
    }

    private void Clear() => Run($"TRUNCATE {string.Join(", ", Enum.GetValues<SearchKind>().Where(kind => kind != SearchKind.Id).Select(IndexTables.Name))}");

    private int AddPage(ref long last)
    {
        using var command = new NpgsqlCommand(Current, connection).With(last, (long)PageSize);
        var page = new List<(long Rid, IReadOnlyList<IndexRow> Rows)>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                page.Add((reader.GetInt64(0), indexer.Extract(Resource.FromTrusted(reader.GetFieldValue<byte[]>(1)))));
            }
        }

        symbols.Intern(page.SelectMany(entry => entry.Rows).SelectMany(row => row.Symbols));
        var rows = new IndexRows(symbols);
        page.ForEach(entry => rows.Add(entry.Rid, entry.Rows));
        foreach (var table in rows.Tables)
        {
            table.Copy(connection);
        }

        last = page.Count > 0 ? page[^1].Rid : last;
        return page.Count;
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
