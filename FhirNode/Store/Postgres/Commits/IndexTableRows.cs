using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using static GenoMed.Fhir.Store.Postgres.Commits.Columns;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Rows of one index table: how a row becomes its columns.</summary>
internal sealed class IndexTableRows : TableRows
{
    private readonly PostgresSymbols _symbols;
    private readonly Column<int> _param;
    private readonly Column<long> _rid;
    private readonly Action<IndexRow> _add;

    private IndexTableRows(SearchKind kind, PostgresSymbols symbols, Column<int> param, Column<long> rid, IReadOnlyList<Column> columns, Action<IndexRow> add)
        : base(IndexTables.Name(kind), [param, rid, .. columns])
        => (_symbols, _param, _rid, _add) = (symbols, param, rid, add);

    public static IndexTableRows Of(SearchKind kind, PostgresSymbols symbols)
    {
        var (columns, add) = Layout(kind, text => text is null ? (int)ISymbols.None : symbols.Number(text));
        return new IndexTableRows(kind, symbols, Integer("param"), Bigint("rid"), columns, add);
    }

    public void Add(long rid, in IndexRow row)
    {
        _param.Add(_symbols.Number(row.Parameter));
        _rid.Add(rid);
        _add(row);
        Count++;
    }

    private static (IReadOnlyList<Column> Columns, Action<IndexRow> Add) Layout(SearchKind kind, Func<string?, int> number) => kind switch
    {
        SearchKind.Token => TextAndSymbol(Text("code"), Integer("system"), number),
        SearchKind.Reference => TextAndSymbol(Text("target"), Integer("type"), number),
        SearchKind.String => Strings(Text("folded"), Text("exact")),
        SearchKind.Date => Dates(Bigint("low"), Bigint("high")),
        SearchKind.Number => Numbers(Double("low"), Double("high")),
        SearchKind.Quantity => Both(Numbers(Double("low"), Double("high")), TextAndSymbol(Text("code"), Integer("system"), number)),
        SearchKind.Uri => Uris(Text("value")),
        SearchKind.Narrative or SearchKind.Content => Words(Text("words")),
        SearchKind.Composite => Both(
            Both(Numbers(Double("low"), Double("high")), TextAndSymbol(Text("text"), Integer("symbol"), number)),
            SecondPart(Double("low2"), Double("high2"), Text("text2"), Integer("symbol2"), number)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no index table."),
    };

    private static (IReadOnlyList<Column>, Action<IndexRow>) TextAndSymbol(Column<string> text, Column<int> symbol, Func<string?, int> number) => ([text, symbol], row =>
    {
        text.Add(PostgresText.Key(row.Text));
        symbol.Add(number(row.Symbol));
    });

    private static (IReadOnlyList<Column>, Action<IndexRow>) Strings(Column<string> folded, Column<string> exact) => ([folded, exact], row =>
    {
        folded.Add(PostgresText.Key(row.Text));
        exact.Add(PostgresText.Key(row.Exact));
    });

    private static (IReadOnlyList<Column>, Action<IndexRow>) Dates(Column<long> low, Column<long> high) => ([low, high], row =>
    {
        low.Add(row.Low);
        high.Add(row.High);
    });

    private static (IReadOnlyList<Column>, Action<IndexRow>) Numbers(Column<double> low, Column<double> high) => ([low, high], row =>
    {
        low.Add(row.LowNumber);
        high.Add(row.HighNumber);
    });

    private static (IReadOnlyList<Column>, Action<IndexRow>) Uris(Column<string> value) => ([value], row => value.Add(PostgresText.Key(row.Text)));

    private static (IReadOnlyList<Column>, Action<IndexRow>) Words(Column<string> words) => ([words], row => words.Add(row.Text));

    private static (IReadOnlyList<Column>, Action<IndexRow>) SecondPart(
        Column<double> low, Column<double> high, Column<string> text, Column<int> symbol, Func<string?, int> number) => ([low, high, text, symbol], row =>
    {
        low.Add(row.LowNumber2);
        high.Add(row.HighNumber2);
        text.Add(PostgresText.Key(row.Text2));
        symbol.Add(number(row.Symbol2));
    });

    private static (IReadOnlyList<Column>, Action<IndexRow>) Both(
        (IReadOnlyList<Column> Columns, Action<IndexRow> Add) first, (IReadOnlyList<Column> Columns, Action<IndexRow> Add) second)
        => ([.. first.Columns, .. second.Columns], first.Add + second.Add);
}
