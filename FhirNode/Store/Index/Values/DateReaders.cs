using System.Text.Json;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Dates, as the range [low, high) of UTC ticks that their precision leaves open; an open end of a Period has no bound.</summary>
internal static class DateReaders
{
    public static IValueReader? For(string parameter, string typeCode) => typeCode switch
    {
        "date" or "dateTime" or "instant" => new ValueReader(parameter, AddPoint),
        "Period" => new ValueReader(parameter, AddPeriod),
        "Timing" => new ValueReader(parameter, AddTiming),
        _ => null,
    };

    private static void AddPoint(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (RangeOf(element) is { } range)
        {
            rows.Add(new IndexRow(SearchKind.Date, parameter, Low: range.Low.UtcTicks, High: range.High.UtcTicks));
        }
    }

    private static void AddPeriod(string parameter, JsonElement element, List<IndexRow> rows)
    {
        var start = element.Child("start") is { } first ? RangeOf(first) : null;
        var end = element.Child("end") is { } last ? RangeOf(last) : null;
        if (start is not null || end is not null)
        {
            rows.Add(new IndexRow(SearchKind.Date, parameter, Low: start?.Low.UtcTicks ?? long.MinValue, High: end?.High.UtcTicks ?? long.MaxValue));
        }
    }

    // The specification: the range of a Timing is from its first to its last event, whatever lies between.
    private static void AddTiming(string parameter, JsonElement element, List<IndexRow> rows)
    {
        var times = element.Items("event").Select(RangeOf).OfType<FhirDateRange>().Select(range => (Low: range.Low.UtcTicks, High: range.High.UtcTicks)).ToList();
        if (element.Child("repeat")?.Child("boundsPeriod") is { } bounds)
        {
            var found = new List<IndexRow>();
            AddPeriod(parameter, bounds, found);
            times.AddRange(found.Select(row => (row.Low, row.High)));
        }

        if (times.Count > 0)
        {
            rows.Add(new IndexRow(SearchKind.Date, parameter, Low: times.Min(time => time.Low), High: times.Max(time => time.High)));
        }
    }

    private static FhirDateRange? RangeOf(JsonElement element)
        => element.ValueKind == JsonValueKind.String && FhirDateRange.TryParse(element.GetString()!, out var range) ? range : null;
}
