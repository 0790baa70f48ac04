using System.Numerics;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>Dates: ranges [low, high) against the range of the query (FHIR R5, search.html#prefix); <c>po</c> (overlaps) and <c>co</c> (contains) of search_filter.html#ops.</summary>
internal sealed class DateSql(SqlParameters parameters, DateTimeOffset now)
{
    public string Condition(SearchValue value)
    {
        var range = FhirDateRange.Parse(value.Text);
        return Compare("low", "high", value.Prefix, parameters, range.Low.UtcTicks, range.High.UtcTicks, now.UtcTicks);
    }

    /// <summary>Compares columns that hold the first instant and the one after the last, in any unit.</summary>
    public static string Compare<T>(string low, string high, string? prefix, SqlParameters parameters, T from, T to, T now)
        where T : struct, INumber<T> => prefix switch
    {
        "ne" => $"({low} < {parameters.Add(from)} OR {high} > {parameters.Add(to)})",
        "gt" => $"{high} > {parameters.Add(to)}",
        "lt" => $"{low} < {parameters.Add(from)}",
        "ge" => $"({high} > {parameters.Add(to)} OR {low} >= {parameters.Add(from)})",
        "le" => $"({low} < {parameters.Add(from)} OR {high} <= {parameters.Add(to)})",
        "sa" => $"{low} >= {parameters.Add(to)}",
        "eb" => $"{high} <= {parameters.Add(from)}",
        "po" => $"({low} < {parameters.Add(to)} AND {high} > {parameters.Add(from)})",
        "co" => $"({low} <= {parameters.Add(from)} AND {high} >= {parameters.Add(to)})",
        "ap" => $"({low} < {parameters.Add(to + Slack(from, now))} AND {high} > {parameters.Add(from - Slack(from, now))})",
        _ => $"({low} >= {parameters.Add(from)} AND {high} <= {parameters.Add(to)})",
    };

    // The specification's suggestion: a tenth of the time between now and the date.
    public static T Slack<T>(T from, T now)
        where T : struct, INumber<T> => T.Abs(now - from) / T.CreateChecked(10);
}
