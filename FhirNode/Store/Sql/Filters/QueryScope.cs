using GenoMed.Fhir.Store.Index.Layout;

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

    /// <summary>The index's rows of a parameter, as a condition on a table of the index under an alias, or on the only one where it is read.</summary>
    public string Rows(string code, string? alias = null)
        => Rows([.. Types.SelectMany(type => IndexLayout.Of(type).Places(code).Select(place => place with { Code = $"{type}.{place.Code}" }))], alias);

    /// <summary>The rows of places that name type and code.</summary>
    public string Rows(IReadOnlyList<RowPlace> places, string? alias = null)
    {
        var prefix = alias is null ? "" : alias + ".";
        var all = Parameters.In(prefix + "param", Known(places.Select(place => place.Code)));
        return places.All(place => place.Target is null) ? all : $"{all} AND {Targets(places, prefix)}";
    }

    /// <summary>Whether the parameter of the types is one stretch of the index's key.</summary>
    public bool IsOnePlace(string code) => Types is [var type] && IndexLayout.Of(type).Places(code) is [{ Target: null }];

    /// <summary>The resources of the types.</summary>
    public string TypeCondition(string column = "type") => Parameters.In(column, Known(Types));

    /// <summary>The symbols of those texts that have one; one that no row has where none does.</summary>
    public IReadOnlyList<long> Known(IEnumerable<string> texts)
    {
        List<long> known = [.. texts.Select(Symbols.Find).Where(symbol => symbol != ISymbols.Unknown)];
        return known.Count > 0 ? known : [ISymbols.Unknown];
    }

    // Rows that are only in part the parameter's. Where all are of one place the place itself was asked for already.
    private string Targets(IReadOnlyList<RowPlace> places, string prefix)
    {
        var groups = places.GroupBy(place => place.Target).ToList();
        return groups is [{ Key: { } only }] ? OfTarget(only, prefix) : SqlText.Any([.. groups.Select(group => Group(group, prefix))]);
    }

    private string Group(IGrouping<string?, RowPlace> group, string prefix)
    {
        var rows = Parameters.In(prefix + "param", Known(group.Select(place => place.Code)));
        return group.Key is { } target ? $"({rows} AND {OfTarget(target, prefix)})" : rows;
    }

    private string OfTarget(string target, string prefix) => Parameters.In(prefix + "type", Known([target]));
}
