namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Filters that all hold; one of them leads.</summary>
internal sealed class AllSql(IReadOnlyList<FilterSql> filters) : FilterSql
{
    private readonly FilterSql? _lead = filters.Where(filter => filter.CanLead).MinBy(filter => filter.Rank);

    public override int Rank => _lead?.Rank ?? 9;

    public override bool CanLead => _lead is not null;

    public override bool IsOrdered => _lead is { IsOrdered: true };

    public override RowSource Source()
    {
        var source = _lead!.Source();
        var others = filters.Where(filter => filter != _lead).Select(filter => filter.On(source.Rid)).ToList();
        return others.Count == 0 ? source : source.And(SqlText.All(others));
    }

    public override string On(string rid) => SqlText.All([.. filters.Select(filter => filter.On(rid))]);
}
