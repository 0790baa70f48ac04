namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>References that lead to matches of another filter: from the matches to what refers to them, or from a candidate along its references.</summary>
/// <param name="parameters">The query's parameters.</param>
/// <param name="reference">The parameter's rows, as a condition on the table under an alias.</param>
/// <param name="targetType">The symbol of the target's type.</param>
/// <param name="target">What holds for the target.</param>
/// <param name="isListed">Whether the targets are few: a candidate's references are then looked up in a list of them, made once.</param>
internal sealed class ChainSql(SqlParameters parameters, Func<string, string> reference, long targetType, FilterSql target, bool isListed = false) : FilterSql
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

    /// <summary>The rids of the targets; null where their filter does not give them.</summary>
    public RowSource? Targets() => target.CanLead ? target.Source() : null;

    /// <summary>The same filter, whose targets are few.</summary>
    public ChainSql Listed() => new(parameters, reference, targetType, target, isListed: true);

    public override string On(string rid) => isListed ? InList(rid) : Followed(rid);

    // A bare column would let the engine walk the list for each candidate, by the key of the references.
    private string InList(string rid)
    {
        var (found, resource, link) = (parameters.Alias(), parameters.Alias(), parameters.Alias());
        var list = $"SELECT {resource}.id FROM ({target.Source().Distinct}) {found} {parameters.Dialect.OrderedJoin} resource {resource} ON {resource}.rid = {found}.rid";
        return $"EXISTS (SELECT 1 FROM reference_index {link} WHERE {link}.rid = {rid} AND {reference(link)} AND {link}.type = {parameters.Add(targetType)} AND {link}.target || '' IN ({list}))";
    }

    private string Followed(string rid)
    {
        var (resource, link) = (parameters.Alias(), parameters.Alias());
        return $"EXISTS (SELECT 1 FROM reference_index {link} {parameters.Dialect.OrderedJoin} resource {resource} "
            + $"ON {resource}.type = {parameters.Add(targetType)} AND {resource}.id = {link}.target "
            + $"WHERE {link}.rid = {rid} AND {reference(link)} AND {link}.type = {parameters.Add(targetType)} AND {resource}.deleted = 0 "
            + $"AND {target.On($"{resource}.rid")})";
    }
}
