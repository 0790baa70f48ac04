using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Quantities: a range of numbers with system and code, and once more with the unit's text where it differs from the code.</summary>
internal static class QuantityReaders
{
    private const string Currencies = "urn:iso:std:iso:4217";

    public static IValueReader? For(string parameter, string typeCode) => typeCode switch
    {
        "Quantity" or "Age" or "Count" or "Distance" or "Duration" or "SimpleQuantity" => new ValueReader(parameter, AddQuantity),
        "Money" => new ValueReader(parameter, AddMoney),
        "Range" => new ValueReader(parameter, AddRange),
        _ => null,
    };

    private static void AddQuantity(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (NumberOf(element) is { } value)
        {
            var (low, high) = Bounds(value, element.Text("comparator"));
            Add(parameter, element, low, high, rows);
        }
    }

    private static void AddRange(string parameter, JsonElement element, List<IndexRow> rows)
    {
        var low = element.Child("low");
        var high = element.Child("high");
        if ((low ?? high) is { } stated)
        {
            var from = low is { } first ? NumberOf(first) : null;
            var to = high is { } last ? NumberOf(last) : null;
            Add(parameter, stated, from ?? double.NegativeInfinity, to ?? double.PositiveInfinity, rows);
        }
    }

    private static void AddMoney(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (NumberOf(element) is { } value)
        {
            rows.Add(new IndexRow(SearchKind.Quantity, parameter, IndexText.Limit(element.Text("currency") ?? ""), Currencies, LowNumber: value, HighNumber: value));
        }
    }

    private static void Add(string parameter, JsonElement element, double low, double high, List<IndexRow> rows)
    {
        var code = element.Text("code");
        var unit = element.Text("unit");
        rows.Add(new IndexRow(SearchKind.Quantity, parameter, IndexText.Limit(code ?? unit ?? ""), element.Text("system"), LowNumber: low, HighNumber: high));
        if (code is not null && unit is not null && unit != code)
        {
            rows.Add(new IndexRow(SearchKind.Quantity, parameter, IndexText.Limit(unit), LowNumber: low, HighNumber: high));
        }
    }

    private static (double Low, double High) Bounds(double value, string? comparator) => comparator switch
    {
        "<" or "<=" => (double.NegativeInfinity, value),
        ">" or ">=" => (value, double.PositiveInfinity),
        _ => (value, value),
    };

    private static double? NumberOf(JsonElement element)
        => element.Child("value") is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
