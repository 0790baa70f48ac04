namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>One table of the index, inside the transaction of its caller; rows are as <see cref="RowBytes"/> writes them.</summary>
internal interface IIndexTable
{
    /// <summary>Takes a row to be inserted; it is there after <see cref="Flush"/>.</summary>
    void Insert(long rid, ReadOnlyMemory<byte> row);

    /// <summary>Inserts what waits.</summary>
    void Flush();

    /// <summary>Forgets what waits.</summary>
    void Discard();

    void Delete(long rid, ReadOnlyMemory<byte> row);

    /// <summary>Removes every row.</summary>
    void Clear();

    /// <summary>Makes sure that the file keeps nothing of deleted rows.</summary>
    void Forget();
}
