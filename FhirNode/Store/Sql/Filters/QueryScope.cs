namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>What the filters of one level of a query stand on: the types that they judge, and what the whole query shares.</summary>
/// <param name="Types">One type, or several in a search of the system.</param>
/// <param name="Symbols">The engine's interned strings.</param>
/// <param name="Parameters">The values of the whole query.</param>
/// <param name="Now">The moment that approximate dates are relative to.</param>
internal sealed record QueryScope(IReadOnlyList<string> Types, ISymbols Symbols, SqlParameters Parameters, DateTimeOffset Now)
{
    /// <summary>The same query one reference further.</summary>
    public QueryScope Of(string type) => this with { Types = [type] };

    /// <summary>The index's rows of a parameter.</summary>
    public string Parameter(string code, string column = "param") => Parameters.In(column, Known(Types.Select(type => $"{type}.{code}")));

    /// <summary>The resources of the types.</summary>
    public string TypeCondition(string column = "type") => Parameters.In(column, Known(Types));

    /// <summary>The symbols of those texts that have one; one that no row has where none does.</summary>
    public IReadOnlyList<long> Known(IEnumerable<string> texts)
    {
        List<long> known = [.. texts.Select(Symbols.Find).Where(symbol => symbol != ISymbols.Unknown)];
        return known.Count > 0 ? known : [ISymbols.Unknown];
    }
}
