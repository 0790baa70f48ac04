using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Values;

namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Turns one parameter with its values into SQL.</summary>
internal sealed class ClauseCompiler(QueryScope scope)
{
    private readonly SqlParameters _parameters = scope.Parameters;

    public FilterSql Compile(SearchClause clause) => clause switch
    {
        { Modifier: "missing" } => HasValue(clause),
        { Modifier: SearchClause.Unequal } => Unequal(clause with { Modifier = null }),
        { Modifier: "not" } => new NotSql(Positive(clause with { Modifier = null })),
        _ => Positive(clause),
    };

    private FilterSql Positive(SearchClause clause) => clause switch
    {
        { Kind: SearchKind.Id } => new ResourceSql(_parameters, "resource_id", () => $"{scope.TypeCondition()} AND {_parameters.InTexts("id", [.. clause.Values.Select(value => SearchText.Unescape(value.Text))])}", rank: 0),
        { Code: "_lastUpdated" } => new ResourceSql(_parameters, "resource_updated", () => $"{scope.TypeCondition()} AND {Any(clause, LastUpdated)}", rank: 5),
        { Kind: SearchKind.Token } => Token(clause),
        { Kind: SearchKind.Reference, Modifier: "identifier" } => Token(clause with { Code = clause.Code + ReferenceReaders.IdentifierSuffix, Modifier = null }, rank: 1),
        { Kind: SearchKind.Reference } => Indexed(clause, () => new ReferenceSql(scope.Symbols, _parameters, clause.Modifier).Condition(clause.Values), rank: 1),
        { Kind: SearchKind.String } => Indexed(clause, () => Any(clause, new StringSql(_parameters, clause.Modifier).Condition), rank: 3),
        { Kind: SearchKind.Date } => new DateRangeSql(scope, [clause]),
        { Kind: SearchKind.Number } => Indexed(clause, () => Any(clause, value => new NumberSql(_parameters).Condition(clause, value)), rank: 5),
        { Kind: SearchKind.Quantity } => Indexed(clause, () => Any(clause, value => new QuantitySql(scope.Symbols, _parameters).Condition(clause, value)), rank: 5),
        { Kind: SearchKind.Uri } => Indexed(clause, () => Any(clause, new UriSql(_parameters, clause.Modifier).Condition), rank: 3, isSeek: clause.Modifier is null && clause.Values.All(value => value.Prefix is null)),
        { Kind: SearchKind.Composite } => Composite(clause),
        _ => throw OperationProblem.NotSupported($"The store cannot search by '{clause.Code}' ({clause.Kind}).", clause.Code),
    };

    // Rows where the parts must be of one element; the parts themselves where they are the whole resource's.
    private FilterSql Composite(SearchClause clause)
    {
        var conjunctions = CompositeClauses.Of(scope.Types[0], clause).Select(parts => (FilterSql)new AllSql([.. parts.Select(Positive)]));
        var rows = CompositeClauses.HasRows(scope.Types[0], clause.Code)
            ? [Indexed(clause, () => Any(clause, new CompositeSql(scope, clause).Condition), rank: 2, isSeek: false)]
            : Array.Empty<FilterSql>();
        List<FilterSql> all = [.. conjunctions, .. rows];
        return all.Count == 1 ? all[0] : new AnySql(_parameters, all);
    }

    private IndexSql Token(SearchClause clause, int rank = 2)
    {
        var tokens = new TokenSql(scope.Symbols, _parameters);
        var withCode = clause.Values.All(TokenSql.HasCode);
        var isOrdered = withCode && clause.Values.Count == 1 && scope.IsOnePlace(clause.Code);
        return new IndexSql(_parameters, "token_index", () => $"{scope.Rows(clause.Code)} AND {tokens.Condition(clause.Values)}", rank, withCode, isOrdered);
    }

    // Rows of the parameter that are none of the values: most of them, as a rule.
    private IndexSql Unequal(SearchClause clause) => clause.Kind switch
    {
        SearchKind.Token => Others(clause, new TokenSql(scope.Symbols, _parameters).Condition),
        SearchKind.Reference => Others(clause, new ReferenceSql(scope.Symbols, _parameters, null).Condition),
        SearchKind.Uri => Others(clause, values => SqlText.Any([.. values.Select(new UriSql(_parameters, null).Condition)])),
        _ => throw OperationProblem.NotSupported($"The store cannot search for what '{clause.Code}' ({clause.Kind}) is not.", clause.Code),
    };

    private IndexSql Others(SearchClause clause, Func<IReadOnlyList<SearchValue>, string> condition)
        => new(_parameters, IndexTables.Name(clause.Kind), () => $"{scope.Rows(clause.Code)} AND NOT ({condition(clause.Values)})", rank: 7, isSeek: IndexTables.HasResourceIndex(clause.Kind));

    private IndexSql Indexed(SearchClause clause, Func<string> condition, int rank, bool isSeek = true)
        => new(_parameters, IndexTables.Name(clause.Kind), () => $"{scope.Rows(clause.Code)} AND {condition()}", rank, isSeek);

    private static string Any(SearchClause clause, Func<SearchValue, string> condition) => SqlText.Any([.. clause.Values.Select(condition)]);

    private FilterSql HasValue(SearchClause clause)
    {
        var any = clause.Kind == SearchKind.Composite ? HasComposite(clause.Code) : HasRow(clause.Kind, clause.Code);
        if (clause.Kind == SearchKind.Reference)
        {
            any = new AnySql(_parameters, [any, HasRow(SearchKind.Token, clause.Code + ReferenceReaders.IdentifierSuffix)]);
        }

        return clause.Values[0].Text == "true" ? new NotSql(any) : any;
    }

    private FilterSql HasComposite(string code)
    {
        var conjunctions = CompositeClauses.Parameters(scope.Types[0], code).Select(parts => (FilterSql)new AllSql([.. parts.Select(part => HasRow(part.Kind, part.Code))]));
        return new AnySql(_parameters, CompositeClauses.HasRows(scope.Types[0], code) ? [.. conjunctions, HasRow(SearchKind.Composite, code)] : [.. conjunctions]);
    }

    private IndexSql HasRow(SearchKind kind, string code)
        => new(_parameters, IndexTables.Name(kind), () => scope.Rows(code), rank: 7, isSeek: IndexTables.HasResourceIndex(kind));

    private string LastUpdated(SearchValue value)
    {
        var range = FhirDateRange.Parse(value.Text);
        return DateSql.Compare("updated", "updated + 1", value.Prefix, _parameters, Milliseconds(range.Low), Milliseconds(range.High), Milliseconds(scope.Now));
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
