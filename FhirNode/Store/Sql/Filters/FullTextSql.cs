using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Resources with certain words, by the engine's full-text index: it knows nothing of types.</summary>
internal sealed class FullTextSql(QueryScope scope, TextFilter filter) : FilterSql
{
    private readonly SqlParameters _parameters = scope.Parameters;

    public override int Rank => 3;

    public override RowSource Source()
    {
        var (words, resource) = (Words(), _parameters.Alias());
        var from = $"{words.From} {_parameters.Dialect.OrderedJoin} resource {resource} ON {resource}.rid = {words.Rid}";
        return new RowSource(from, $"{words.Where} AND {scope.TypeCondition($"{resource}.type")} AND {resource}.deleted = 0", $"{resource}.rid", IsUnique: true);
    }

    public override string On(string rid)
    {
        var words = Words();
        return $"EXISTS (SELECT 1 FROM {words.From} WHERE {words.Rid} = {rid} AND {words.Where})";
    }

    private RowSource Words()
    {
        var dialect = _parameters.Dialect;
        return dialect.WithWords(IndexTables.Name(filter.Kind), _parameters.Alias(), _parameters.Add(dialect.Words(filter.Words, filter.IsPrefix)));
    }
}
