using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>The index tables, inside the transaction of its caller.</summary>
internal sealed class IndexWriter(SqliteSession session, SymbolTable symbols, IResourceIndexer indexer)
{
    // By kind; the first kind, id, has no table.
    private readonly IIndexTable?[] _tables =
        [.. Enum.GetValues<SearchKind>().Select(kind => Table(session, kind))];

    private IEnumerable<IIndexTable> Tables => _tables.OfType<IIndexTable>();

    /// <summary>Makes the rows of a resource those of a write. What it had is found by extracting its old body again.</summary>
    public void Replace(long rid, byte[]? oldBody, PreparedWrite write)
    {
        if (oldBody is not null)
        {
            Replace(rid, oldBody, write.Rows);
        }
        else if (write is EncodedWrite encoded && encoded.IsOf(symbols))
        {
            Add(rid, encoded.Encoded);
        }
        else
        {
            Add(rid, write.Rows);
        }
    }

    /// <summary>Removes the rows of a resource that had this body, if any.</summary>
    public void Remove(long rid, byte[]? oldBody)
    {
        if (oldBody is not null)
        {
            Replace(rid, oldBody, []);
        }
    }

    /// <summary>Adds rows of a resource that had none; they are there after <see cref="Flush"/>.</summary>
    public void Add(long rid, IReadOnlyList<IndexRow> rows) => Add(rid, RowBytes.Of(rows, symbols));

    /// <summary>Writes the rows that wait.</summary>
    public void Flush()
    {
        foreach (var table in Tables)
        {
            table.Flush();
        }
    }

    /// <summary>Forgets the rows that wait: their commit is refused.</summary>
    public void Discard()
    {
        foreach (var table in Tables)
        {
            table.Discard();
        }
    }

    /// <summary>Makes sure that the file keeps nothing of deleted rows.</summary>
    public void Forget()
    {
        foreach (var table in Tables)
        {
            table.Forget();
        }
    }

    /// <summary>Empties every table.</summary>
    public void Clear()
    {
        foreach (var table in Tables)
        {
            table.Clear();
        }
    }

    private static IIndexTable? Table(SqliteSession session, SearchKind kind) => kind switch
    {
        SearchKind.Id => null,
        SearchKind.Narrative or SearchKind.Content => new TextTable(session, IndexTables.Name(kind)),
        _ => new IndexTable(session, kind),
    };

    private void Replace(long rid, byte[] oldBody, IReadOnlyList<IndexRow> rows)
    {
        // A row that is to be removed may still wait.
        Flush();
        var old = indexer.Extract(Resource.FromTrusted(oldBody)).ToHashSet();
        Add(rid, [.. rows.Where(row => !old.Contains(row))]);
        old.ExceptWith(rows);
        foreach (var row in RowBytes.Each(RowBytes.Of([.. old], symbols)))
        {
            Table(row).Delete(rid, row);
        }
    }

    private void Add(long rid, ReadOnlyMemory<byte> rows)
    {
        foreach (var row in RowBytes.Each(rows))
        {
            Table(row).Insert(rid, row);
        }
    }

    private IIndexTable Table(ReadOnlyMemory<byte> row) => _tables[(int)RowBytes.Kind(row.Span)]!;
}
