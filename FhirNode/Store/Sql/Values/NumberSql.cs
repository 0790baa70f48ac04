using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>Numbers: equality within the digits that the query states; other comparisons are exact.</summary>
internal sealed class NumberSql(SqlParameters parameters, string low = "low", string high = "high")
{
    public string Condition(SearchClause clause, SearchValue value)
        => SearchNumber.TryParse(value.Text) is { } number
            ? Compare(value.Prefix, number)
            : throw OperationProblem.Invalid($"'{value.Text}' is not a number.", clause.Code);

    public string Compare(string? prefix, SearchNumber number) => prefix switch
    {
        "ne" => $"({low} < {parameters.Add(number.Low)} OR {high} >= {parameters.Add(number.High)})",
        "gt" => $"{high} > {parameters.Add(number.Value)}",
        "lt" => $"{low} < {parameters.Add(number.Value)}",
        "ge" => $"{high} >= {parameters.Add(number.Value)}",
        "le" => $"{low} <= {parameters.Add(number.Value)}",
        "sa" => $"{low} > {parameters.Add(number.Value)}",
        "eb" => $"{high} < {parameters.Add(number.Value)}",
        "ap" => $"({low} <= {parameters.Add(number.Value + Slack(number))} AND {high} >= {parameters.Add(number.Value - Slack(number))})",
        _ => $"({low} >= {parameters.Add(number.Low)} AND {high} < {parameters.Add(number.High)})",
    };

    // The specification's suggestion: a tenth of the value; at least the digits that were stated.
    private static double Slack(SearchNumber number) => Math.Max(Math.Abs(number.Value) / 10, number.HalfStep);
}
