using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>What a condition on a date [low, high) implies at least, so that an index can be entered: <c>high &gt; After</c> and <c>low &lt; Before</c>.</summary>
/// <param name="After">In ticks; null for no bound.</param>
/// <param name="Before">In ticks; null for no bound.</param>
internal readonly record struct DateBounds(long? After, long? Before)
{
    /// <summary>The bounds of a clause whose values are alternatives.</summary>
    public static DateBounds Of(SearchClause clause, DateTimeOffset now)
    {
        var all = clause.Values.Select(value => Of(value, now)).ToList();
        return new DateBounds(
            all.TrueForAll(bounds => bounds.After is not null) ? all.Min(bounds => bounds.After) : null,
            all.TrueForAll(bounds => bounds.Before is not null) ? all.Max(bounds => bounds.Before) : null);
    }

    /// <summary>The bounds where both conditions hold.</summary>
    public DateBounds And(DateBounds other) => new(Max(After, other.After), Min(Before, other.Before));

    private static DateBounds Of(SearchValue value, DateTimeOffset now)
    {
        var range = FhirDateRange.Parse(value.Text);
        var (from, to) = (range.Low.UtcTicks, range.High.UtcTicks);
        return value.Prefix switch
        {
            "ne" => new DateBounds(null, null),
            "gt" or "sa" => new DateBounds(to, null),
            "ge" => new DateBounds(from, null),
            "lt" or "eb" => new DateBounds(null, from),
            "le" => new DateBounds(null, to),
            "ap" => new DateBounds(from - DateSql.Slack(from, now.UtcTicks), to + DateSql.Slack(from, now.UtcTicks)),
            _ => new DateBounds(from, to),
        };
    }

    private static long? Max(long? a, long? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    private static long? Min(long? a, long? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
