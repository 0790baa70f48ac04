using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Turns clauses of a query on one type into SQL.</summary>
internal sealed class ClauseCompiler(string resourceType, ISymbols symbols, SqlParameters parameters, DateTimeOffset now)
{
    private const string Missing = "missing";

    /// <summary>All current resources of the type.</summary>
    public ClauseSql Everything() => new("resource", $"type = {Type} AND deleted = 0", IsSeek: true, Rank: 9);

    public ClauseSql Compile(SearchClause clause) => clause switch
    {
        { Modifier: Missing } => HasValue(clause),
        { Kind: SearchKind.Id } => new ClauseSql("resource", $"type = {Type} AND deleted = 0 AND {AnyOf(clause, Id)}", IsSeek: true, Rank: 0, IsNot(clause)),
        { Code: "_lastUpdated" } => new ClauseSql("resource", $"type = {Type} AND deleted = 0 AND {AnyOf(clause, LastUpdated)}", IsSeek: false, Rank: 4),
        { Kind: SearchKind.Token } => Indexed(clause, "token_index", new TokenSql(symbols, parameters).Condition, rank: 2, isSeek: true),
        { Kind: SearchKind.Reference, Modifier: "identifier" } => Indexed(
            clause with { Code = clause.Code + ReferenceReaders.IdentifierSuffix, Modifier = null }, "token_index", new TokenSql(symbols, parameters).Condition, rank: 1, isSeek: true),
        { Kind: SearchKind.Reference } => Indexed(clause, "reference_index", new ReferenceSql(symbols, parameters, clause.Modifier).Condition, rank: 1, isSeek: true),
        { Kind: SearchKind.String } => Indexed(clause, "string_index", new StringSql(parameters, clause.Modifier).Condition, rank: 3, isSeek: clause.Modifier == "exact"),
        { Kind: SearchKind.Date } => Indexed(clause, "date_index", new DateSql(parameters, now).Condition, rank: 5, isSeek: false),
        { Kind: SearchKind.Number } => Indexed(clause, "number_index", value => new NumberSql(parameters).Condition(clause, value), rank: 5, isSeek: false),
        { Kind: SearchKind.Quantity } => Indexed(clause, "quantity_index", value => new QuantitySql(symbols, parameters).Condition(clause, value), rank: 5, isSeek: false),
        { Kind: SearchKind.Uri } => Indexed(clause, "uri_index", new UriSql(parameters, clause.Modifier).Condition, rank: 3, isSeek: true),
        _ => throw OperationProblem.NotSupported($"The store cannot search by '{clause.Code}' ({clause.Kind}) yet.", clause.Code),
    };

    private string Type => parameters.Add(symbols.Find(resourceType));

    private static bool IsNot(SearchClause clause) => clause.Modifier == "not";

    private static string AnyOf(SearchClause clause, Func<SearchValue, string> condition)
        => $"({string.Join(" OR ", clause.Values.Select(condition))})";

    private ClauseSql Indexed(SearchClause clause, string table, Func<SearchValue, string> condition, int rank, bool isSeek)
        => new(table, $"param = {Parameter(clause.Code)} AND {AnyOf(clause, condition)}", isSeek && clause.Values.Count == 1, rank, IsNot(clause));

    private ClauseSql HasValue(SearchClause clause)
    {
        var rows = $"SELECT rid FROM {IndexTables.Name(clause.Kind)} WHERE param = {Parameter(clause.Code)}";
        if (clause.Kind == SearchKind.Reference)
        {
            rows += $" UNION SELECT rid FROM token_index WHERE param = {Parameter(clause.Code + ReferenceReaders.IdentifierSuffix)}";
        }

        return new ClauseSql($"({rows})", "TRUE", IsSeek: false, Rank: 8, IsNegated: clause.Values[0].Text == "true");
    }

    private string Parameter(string code) => parameters.Add(symbols.Find($"{resourceType}.{code}"));

    private string Id(SearchValue value) => $"id = {parameters.Add(SearchText.Unescape(value.Text))}";

    private string LastUpdated(SearchValue value)
    {
        var range = FhirDateRange.Parse(value.Text);
        return DateSql.Compare("updated", "updated + 1", value.Prefix, parameters, Milliseconds(range.Low), Milliseconds(range.High), Milliseconds(now));
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
