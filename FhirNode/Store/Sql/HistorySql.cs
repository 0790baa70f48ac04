using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>The SQL of a page of versions, in the order of commits; the cursor is the last vid seen.</summary>
internal sealed class HistorySql
{
    private readonly List<string> _conditions = [];
    private readonly List<object> _values = [];
    private readonly SqlDialect _dialect;
    private readonly HistoryQuery _query;

    public HistorySql(HistoryQuery query, ISymbols symbols, SqlDialect dialect)
    {
        _query = query;
        _dialect = dialect;
        AddScope(symbols);
        AddTimes();
    }

    /// <summary>Counts all that match.</summary>
    public SqlQuery Total => new($"SELECT count(*) FROM version v{Where(_conditions)}", _values);

    /// <summary>One more than the page holds, so that its end can be told.</summary>
    public SqlQuery Page
    {
        get
        {
            List<object> values = [.. _values, Position(), _query.Count + 1L];
            var (comparison, order) = _query.OldestFirst ? (">", "ASC") : ("<", "DESC");
            var where = Where([.. _conditions, $"v.vid {comparison} {_dialect.Placeholder(values.Count - 1)}"]);
            return new SqlQuery($"SELECT {VersionRow.Columns} FROM version v {_dialect.OrderedJoin} resource r ON r.rid = v.rid{where} ORDER BY v.vid {order} LIMIT {_dialect.Placeholder(values.Count)}", values);
        }
    }

    /// <summary>The page of the rows that <see cref="Page"/> gave.</summary>
    public HistoryPage Read(IReadOnlyList<(StoredResource Version, long Vid)> rows, long total)
    {
        var page = rows.Take(_query.Count).ToList();
        var next = rows.Count > page.Count ? page[^1].Vid.ToString(CultureInfo.InvariantCulture) : null;
        return new HistoryPage([.. page.Select(row => row.Version)], total, next);
    }

    private static string Where(IReadOnlyList<string> conditions) => conditions.Count == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);

    private void AddScope(ISymbols symbols)
    {
        if (_query is { ResourceType: { } ofType, Id: { } id })
        {
            _conditions.Add($"v.rid = (SELECT rid FROM resource WHERE type = {Add(symbols.Find(ofType))} AND id = {Add(id)})");
        }
        else if (_query.ResourceType is { } type)
        {
            _conditions.Add($"v.type = {Add(symbols.Find(type))}");
        }
    }

    // A version is current from its own commit until that of the next one.
    private void AddTimes()
    {
        if (_query.Since is { } since)
        {
            _conditions.Add($"v.updated >= {Add(since.ToUnixTimeMilliseconds())}");
        }

        if (_query.At is { } at)
        {
            _conditions.Add($"v.updated < {Add(at.High.ToUnixTimeMilliseconds())}");
            _conditions.Add($"NOT EXISTS (SELECT 1 FROM version n WHERE n.rid = v.rid AND n.version = v.version + 1 AND n.updated <= {Add(at.Low.ToUnixTimeMilliseconds())})");
        }
    }

    private string Add(object value)
    {
        _values.Add(value);
        return _dialect.Placeholder(_values.Count);
    }

    private long Position()
    {
        if (_query.Cursor is null)
        {
            return _query.OldestFirst ? long.MinValue : long.MaxValue;
        }

        return long.TryParse(_query.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var vid)
            ? vid
            : throw OperationProblem.Invalid("The page's cursor is not one that this server gave out.", "_cursor");
    }
}
