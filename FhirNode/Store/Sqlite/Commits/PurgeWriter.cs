using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// Erases resources, inside the transaction of its caller. The connection has <c>secure_delete</c> on: what is
/// deleted is overwritten in the file.
/// </summary>
internal sealed class PurgeWriter(SqliteSession session, SymbolTable symbols, VersionWriter versions, IndexWriter index)
{
    private readonly SqliteStatement _deleteVersions = session.Prepare("DELETE FROM version WHERE rid = ?1");
    private readonly SqliteStatement _deleteResource = session.Prepare("DELETE FROM resource WHERE rid = ?1");

    /// <returns>How many of the resources there were.</returns>
    public int Purge(IReadOnlyList<ResourceKey> resources)
    {
        var purged = resources.Count(Purge);
        if (purged > 0)
        {
            index.Forget();
        }

        return purged;
    }

    private bool Purge(ResourceKey resource)
    {
        if (versions.Find(symbols.Find(resource.ResourceType), resource.Id) is not { } current)
        {
            return false;
        }

        index.Replace(current.Rid, versions.Body(current.Vid), []);
        _deleteVersions.Bind(1, current.Rid).Execute();
        _deleteResource.Bind(1, current.Rid).Execute();
        return true;
    }
}
