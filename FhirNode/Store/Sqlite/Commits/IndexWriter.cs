using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>The index tables, inside the transaction of its caller.</summary>
internal sealed class IndexWriter(SqliteSession session, SymbolTable symbols, IResourceIndexer indexer)
{
    private readonly IReadOnlyDictionary<SearchKind, IIndexTable> _tables = IndexTable.All(session, symbols);

    /// <summary>Makes the rows of a resource those given. What it had is found by extracting its old body again.</summary>
    public void Replace(long rid, byte[]? oldBody, IReadOnlyList<IndexRow> rows)
    {
        if (oldBody is null)
        {
            Add(rid, rows);
            return;
        }

        // A row that is to be removed may still wait.
        Flush();
        var old = indexer.Extract(Resource.FromTrusted(oldBody)).ToHashSet();
        Add(rid, rows.Where(row => !old.Contains(row)));
        old.ExceptWith(rows);
        foreach (var row in old)
        {
            _tables[row.Kind].Delete(rid, row);
        }
    }

    /// <summary>Adds rows of a resource that had none; they are there after <see cref="Flush"/>.</summary>
    public void Add(long rid, IEnumerable<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            _tables[row.Kind].Insert(rid, row);
        }
    }

    /// <summary>Writes the rows that wait.</summary>
    public void Flush()
    {
        foreach (var table in _tables.Values)
        {
            table.Flush();
        }
    }

    /// <summary>Forgets the rows that wait: their commit is refused.</summary>
    public void Discard()
    {
        foreach (var table in _tables.Values)
        {
            table.Discard();
        }
    }

    /// <summary>Makes sure that the file keeps nothing of deleted rows.</summary>
    public void Forget()
    {
        foreach (var table in _tables.Values)
        {
            table.Forget();
        }
    }

    /// <summary>Empties every table.</summary>
    public void Clear()
    {
        foreach (var table in _tables.Values)
        {
            table.Clear();
        }
    }
}
