namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>A condition on the resource itself, not on its index: all of a type, an id, the time of the last change.</summary>
internal sealed class ResourceSql(SqlParameters parameters, string index, Func<string> condition, int rank, bool isOrdered = false) : FilterSql
{
    public override int Rank => rank;

    public override bool IsOrdered => isOrdered;

    public override RowSource Source()
    {
        var alias = parameters.Alias();
        return new RowSource(parameters.Dialect.Indexed("resource", alias, index), $"{condition()} AND {alias}.deleted = 0", $"{alias}.rid", IsUnique: true);
    }

    public override string On(string rid)
    {
        var alias = parameters.Alias();
        return $"EXISTS (SELECT 1 FROM resource {alias} WHERE {alias}.rid = {rid} AND {condition()})";
    }
}
