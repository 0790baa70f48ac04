namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Rows of an index table for which a condition holds.</summary>
/// <param name="parameters">The query's parameters.</param>
/// <param name="table">The table; it has a column <c>rid</c>.</param>
/// <param name="condition">SQL over the table's columns, made anew for each place it stands in.</param>
/// <param name="rank">See <see cref="FilterSql.Rank"/>.</param>
/// <param name="isSeek">Whether a key finds the rows of one rid directly; otherwise the whole set is listed once.</param>
/// <param name="isOrdered">Whether the key gives the rows in the order of rids.</param>
internal sealed class IndexSql(SqlParameters parameters, string table, Func<string> condition, int rank, bool isSeek, bool isOrdered = false) : FilterSql
{
    public override int Rank => rank;

    public override bool IsOrdered => isOrdered;

    public override RowSource Source()
    {
        var alias = parameters.Alias();
        return new RowSource($"{table} {alias}", condition(), $"{alias}.rid");
    }

    public override string On(string rid)
    {
        var alias = parameters.Alias();
        return isSeek
            ? $"EXISTS (SELECT 1 FROM {table} {alias} WHERE {alias}.rid = {rid} AND {condition()})"
            : $"{rid} IN (SELECT {alias}.rid FROM {table} {alias} WHERE {condition()})";
    }
}
