using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>The fields of an index table's rows in COPY's form; rid, the first, is left zero.</summary>
internal static class IndexRowFields
{
    /// <summary>The columns of the fields.</summary>
    public static string Names(SearchKind kind) => kind switch
    {
        SearchKind.Token => "rid, param, code, system",
        SearchKind.Reference => "rid, param, target, type",
        SearchKind.String => "rid, param, folded, exact",
        SearchKind.Date or SearchKind.Number => "rid, param, low, high",
        SearchKind.Quantity => "rid, param, low, high, code, system",
        SearchKind.Uri => "rid, param, value",
        SearchKind.Narrative or SearchKind.Content => "rid, param, words",
        SearchKind.Composite => "rid, param, low, high, text, symbol, low2, high2, text2, symbol2",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no index table."),
    };

    public static void Write(in IndexRow row, CopyBuffer to, PostgresSymbols symbols)
    {
        Begin(row, to, symbols);
        switch (row.Kind)
        {
            case SearchKind.Token or SearchKind.Reference:
                AddText(row.Text, row.Symbol, to, symbols);
                break;
            case SearchKind.String:
                to.Add(PostgresText.Key(row.Text));
                to.Add(PostgresText.Key(row.Exact));
                break;
            case SearchKind.Date:
                to.Add(row.Low);
                to.Add(row.High);
                break;
            case SearchKind.Uri:
                to.Add(PostgresText.Key(row.Text));
                break;
            case SearchKind.Narrative or SearchKind.Content:
                to.Add(row.Text);
                break;
            default:
                AddNumbers(row, to, symbols);
                break;
        }
    }

    private static void Begin(in IndexRow row, CopyBuffer to, PostgresSymbols symbols)
    {
        to.BeginRow(row.Kind switch { SearchKind.Uri or SearchKind.Narrative or SearchKind.Content => 3, SearchKind.Quantity => 6, SearchKind.Composite => 10, _ => 4 });
        to.Add(0L);
        to.Add(symbols.Number(row.Parameter));
    }

    private static void AddNumbers(in IndexRow row, CopyBuffer to, PostgresSymbols symbols)
    {
        to.Add(row.LowNumber);
        to.Add(row.HighNumber);
        if (row.Kind != SearchKind.Number)
        {
            AddText(row.Text, row.Symbol, to, symbols);
        }

        if (row.Kind == SearchKind.Composite)
        {
            to.Add(row.LowNumber2);
            to.Add(row.HighNumber2);
            AddText(row.Text2, row.Symbol2, to, symbols);
        }
    }

    private static void AddText(string text, string? symbol, CopyBuffer to, PostgresSymbols symbols)
    {
        to.Add(PostgresText.Key(text));
        to.Add(symbol is null ? (int)ISymbols.None : symbols.Number(symbol));
    }
}
