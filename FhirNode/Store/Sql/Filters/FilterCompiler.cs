using GenoMed.Fhir.Store.Index.Layout;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Turns the filters of a query into SQL.</summary>
internal sealed class FilterCompiler(QueryScope scope)
{
    /// <summary>All current resources of the types.</summary>
    public FilterSql Everything() => new ResourceSql(scope.Parameters, "resource_type", () => scope.TypeCondition(), rank: 8, isOrdered: true);

    public FilterSql Compile(SearchFilter filter) => filter switch
    {
        SearchClause clause => new ClauseCompiler(scope).Compile(clause),
        ChainFilter chain => Chain(chain),
        ReverseChainFilter chain => ReverseChain(chain),
        CompartmentFilter compartment => Compartment(compartment),
        AllFilter all => All(all.Filters),
        AnyFilter any => new AnySql(scope.Parameters, [.. any.Filters.Select(Compile)]),
        TextFilter text => new FullTextSql(scope, text),
        NotFilter not => new NotSql(Compile(not.Filter)),
        _ => throw new ArgumentException($"{filter.GetType()} has no SQL.", nameof(filter)),
    };

    private AllSql All(IReadOnlyList<SearchFilter> filters) => new([.. filters.Select(Compile)]);

    private ChainSql Chain(ChainFilter chain)
        => new(scope.Parameters, alias => scope.Rows(chain.Code, alias), scope.Symbols.Find(chain.TargetType), Other(chain.TargetType, chain.Filters));

    private ReverseChainSql ReverseChain(ReverseChainFilter chain)
    {
        var source = scope.Of(chain.SourceType);
        return new ReverseChainSql(
            scope.Parameters, alias => source.Rows(chain.Code, alias), scope.TypeCondition, Other(chain.SourceType, chain.Filters));
    }

    private FilterSql Other(string type, IReadOnlyList<SearchFilter> filters)
    {
        var compiler = new FilterCompiler(scope.Of(type));
        var compiled = filters.Select(compiler.Compile).ToList();
        return compiled.Exists(filter => filter.CanLead) ? new AllSql(compiled) : new AllSql([compiler.Everything(), .. compiled]);
    }

    private FilterSql Compartment(CompartmentFilter compartment)
    {
        var links = new IndexSql(scope.Parameters, "reference_index", () => LinkCondition(compartment), rank: 1, isSeek: true);
        if (!compartment.WithFocus || !scope.Types.Contains(compartment.Type))
        {
            return links;
        }

        var focus = new ResourceSql(scope.Parameters, "resource_id", () => scope.Parameters.In("type", [scope.Symbols.Find(compartment.Type)]) + $" AND id = {scope.Parameters.Add(compartment.Id)}", rank: 0);
        return new AnySql(scope.Parameters, [links, focus]);
    }

    private bool IsSearched(string parameter) => scope.Types.Contains(parameter.Split('.')[0]);

    private string LinkCondition(CompartmentFilter compartment)
        => scope.Rows([.. compartment.Parameters.Where(IsSearched).SelectMany(Places)])
            + $" AND target = {scope.Parameters.Add(compartment.Id)} AND type = {scope.Parameters.Add(scope.Symbols.Find(compartment.Type))}";

    private static IEnumerable<RowPlace> Places(string parameter)
    {
        var (type, code) = parameter.Split('.') is [var first, var second] ? (first, second) : throw new ArgumentException($"'{parameter}' is not Type.code.", nameof(parameter));
        return IndexLayout.Of(type).Places(code).Select(place => place with { Code = $"{type}.{place.Code}" });
    }
}
