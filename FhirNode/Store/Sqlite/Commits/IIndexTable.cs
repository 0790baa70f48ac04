using GenoMed.Fhir.Store.Index;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>One table of the index, inside the transaction of its caller.</summary>
internal interface IIndexTable
{
    /// <summary>Takes a row to be inserted; it is there after <see cref="Flush"/>.</summary>
    void Insert(long rid, in IndexRow row);

    /// <summary>Inserts what waits.</summary>
    void Flush();

    /// <summary>Forgets what waits.</summary>
    void Discard();

    void Delete(long rid, in IndexRow row);

    /// <summary>Removes every row.</summary>
    void Clear();

    /// <summary>Makes sure that the file keeps nothing of deleted rows.</summary>
    void Forget();
}
