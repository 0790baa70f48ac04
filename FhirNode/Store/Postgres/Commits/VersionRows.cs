using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Rows of <c>version</c>.</summary>
internal sealed class VersionRows : TableRows
{
    private readonly Column<long> _vid, _rid, _version, _updated;
    private readonly Column<int> _type, _method;
    private readonly Column<ReadOnlyMemory<byte>?> _body;

    public VersionRows()
        : this(Columns.Bigint("vid"), Columns.Bigint("rid"), Columns.Bigint("version"), Columns.Bigint("updated"), Columns.Integer("type"), Columns.Integer("method"), Columns.Bytes("body"))
    {
    }

    private VersionRows(Column<long> vid, Column<long> rid, Column<long> version, Column<long> updated, Column<int> type, Column<int> method, Column<ReadOnlyMemory<byte>?> body)
        : base("version", vid, rid, version, updated, type, method, body)
        => (_vid, _rid, _version, _updated, _type, _method, _body) = (vid, rid, version, updated, type, method, body);

    public void Add(long vid, long rid, NewVersion added)
    {
        _vid.Add(vid);
        _rid.Add(rid);
        _version.Add(added.Version);
        _updated.Add(added.Updated);
        _type.Add((int)added.Type);
        _method.Add((int)added.Method);
        _body.Add(added.Body);
        Count++;
    }
}
