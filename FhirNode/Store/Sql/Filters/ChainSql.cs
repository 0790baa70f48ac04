namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>References that lead to matches of another filter: from the matches to what refers to them, or from a candidate along its references.</summary>
/// <param name="parameters">The query's parameters.</param>
/// <param name="reference">The parameter's rows, as a condition on the table under an alias.</param>
/// <param name="targetType">The symbol of the target's type.</param>
/// <param name="target">What holds for the target.</param>
internal sealed class ChainSql(SqlParameters parameters, Func<string, string> reference, long targetType, FilterSql target) : FilterSql
{
    public override int Rank => target.Rank + 1;

    public override bool CanLead => target.CanLead;

    public override RowSource Source()
    {
        var (found, resource, link) = (parameters.Alias(), parameters.Alias(), parameters.Alias());
        var join = parameters.Dialect.OrderedJoin;
        var from = $"({target.Source().Distinct}) {found} {join} resource {resource} ON {resource}.rid = {found}.rid "
            + $"{join} reference_index {link} ON {reference(link)} AND {link}.target = {resource}.id AND {link}.type = {parameters.Add(targetType)}";
        return new RowSource(from, "1 = 1", $"{link}.rid");
    }

    public override string On(string rid)
    {
        var (resource, link) = (parameters.Alias(), parameters.Alias());
        return $"EXISTS (SELECT 1 FROM reference_index {link} {parameters.Dialect.OrderedJoin} resource {resource} "
            + $"ON {resource}.type = {parameters.Add(targetType)} AND {resource}.id = {link}.target "
            + $"WHERE {link}.rid = {rid} AND {reference(link)} AND {link}.type = {parameters.Add(targetType)} AND {resource}.deleted = 0 "
            + $"AND {target.On($"{resource}.rid")})";
    }
}
