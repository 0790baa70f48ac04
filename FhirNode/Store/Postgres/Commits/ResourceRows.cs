using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Rows of <c>resource</c>: of new ones all columns, of known ones what changes with a version.</summary>
internal sealed class ResourceRows
{
    private readonly Column<int> _type = Columns.Integer("type");
    private readonly Column<string> _id = Columns.Text("id");
    private readonly Rows _added;
    private readonly Rows _changed = new([]);

    public ResourceRows() => _added = new Rows([_type, _id]);

    public TableRows Added => _added;

    public TableRows Changed => _changed;

    public void Add(CurrentVersion now, int type, string id)
    {
        _added.Add(now);
        _type.Add(type);
        _id.Add(id);
    }

    public void Change(CurrentVersion now) => _changed.Add(now);

    private sealed class Rows : TableRows
    {
        private readonly Column<long> _rid, _version, _vid, _updated;
        private readonly Column<int> _deleted;

        public Rows(IReadOnlyList<Column> others)
            : this(others, Columns.Bigint("rid"), Columns.Bigint("version"), Columns.Bigint("vid"), Columns.Bigint("updated"), Columns.Integer("deleted"))
        {
        }

        private Rows(IReadOnlyList<Column> others, Column<long> rid, Column<long> version, Column<long> vid, Column<long> updated, Column<int> deleted)
            : base("resource", [rid, version, vid, updated, deleted, .. others])
            => (_rid, _version, _vid, _updated, _deleted) = (rid, version, vid, updated, deleted);

        public void Add(CurrentVersion now)
        {
            _rid.Add(now.Rid);
            _version.Add(now.Version);
            _vid.Add(now.Vid);
            _updated.Add(now.Updated);
            _deleted.Add(now.IsDeleted ? 1 : 0);
            Count++;
        }
    }
}
