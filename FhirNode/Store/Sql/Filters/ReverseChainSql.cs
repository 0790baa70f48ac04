namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Resources to which matches of another filter refer: from the matches along their references, or from a candidate to what refers to it.</summary>
/// <param name="parameters">The query's parameters.</param>
/// <param name="reference">The source's parameter's rows, as a condition on the table under an alias.</param>
/// <param name="type">The types that are referred to, as a condition on a column.</param>
/// <param name="source">What holds for the source.</param>
internal sealed class ReverseChainSql(SqlParameters parameters, Func<string, string> reference, Func<string, string> type, FilterSql source) : FilterSql
{
    public override int Rank => source.Rank + 1;

    public override bool CanLead => source.CanLead;

    public override RowSource Source()
    {
        var (found, link, resource) = (parameters.Alias(), parameters.Alias(), parameters.Alias());
        var join = parameters.Dialect.OrderedJoin;
        var from = $"({source.Source().Distinct}) {found} {join} reference_index {link} ON {link}.rid = {found}.rid AND {reference(link)} "
            + $"{join} resource {resource} ON {resource}.type = {link}.type AND {resource}.id = {link}.target";
        return new RowSource(from, $"{type($"{link}.type")} AND {resource}.deleted = 0", $"{resource}.rid");
    }

    public override string On(string rid)
    {
        var (resource, link) = (parameters.Alias(), parameters.Alias());
        return $"EXISTS (SELECT 1 FROM resource {resource} {parameters.Dialect.OrderedJoin} reference_index {link} "
            + $"ON {reference(link)} AND {link}.target = {resource}.id AND {link}.type = {resource}.type "
            + $"WHERE {resource}.rid = {rid} AND {source.On($"{link}.rid")})";
    }
}
