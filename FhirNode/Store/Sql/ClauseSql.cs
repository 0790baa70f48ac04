namespace GenoMed.Fhir.Store.Sql;

/// <summary>A clause as a set of rids: those of the rows of a table for which a condition holds.</summary>
/// <param name="Table">The table; it has a column <c>rid</c>.</param>
/// <param name="Condition">SQL over the table's columns.</param>
/// <param name="IsSeek">Whether the table's key finds one rid's row directly, so that asking for each candidate is cheaper than listing all.</param>
/// <param name="Rank">How selective it probably is: the least leads the search.</param>
/// <param name="IsNegated">Whether the clause holds for all resources of the type but these.</param>
internal sealed record ClauseSql(string Table, string Condition, bool IsSeek, int Rank, bool IsNegated = false)
{
    /// <summary>The clause as a condition on the candidates of the leading one.</summary>
    public string On(string rid)
    {
        var not = IsNegated ? "NOT " : "";
        return IsSeek
            ? $"{not}EXISTS (SELECT 1 FROM {Table} x WHERE {Condition} AND x.rid = {rid})"
            : $"{rid} {not}IN (SELECT x.rid FROM {Table} x WHERE {Condition})";
    }
}
