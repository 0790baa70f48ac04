namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Filters of which at least one holds.</summary>
internal sealed class AnySql(SqlParameters parameters, IReadOnlyList<FilterSql> filters) : FilterSql
{
    public override int Rank => filters.Max(filter => filter.Rank);

    public override bool CanLead => filters.All(filter => filter.CanLead);

    public override RowSource Source()
    {
        var alias = parameters.Alias();
        return new RowSource($"({string.Join(" UNION ", filters.Select(filter => filter.Source().Distinct))}) {alias}", "1 = 1", $"{alias}.rid");
    }

    public override string On(string rid) => SqlText.Any([.. filters.Select(filter => filter.On(rid))]);
}
