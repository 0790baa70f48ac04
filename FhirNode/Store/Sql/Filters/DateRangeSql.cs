using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Values;

namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>
/// Conditions on one date. The index is keyed by the beginning of dates; what ends after a moment also began after the
/// day before it, unless it is longer than a day: the few that are stand in an index of their own, by their end.
/// </summary>
internal sealed class DateRangeSql(QueryScope scope, IReadOnlyList<SearchClause> clauses) : FilterSql
{
    /// <summary>The condition of the index of long dates, in the words of its definition; a day in ticks.</summary>
    private const string Long = "high > low + 864000000000";
    private const long Day = 864000000000;

    private readonly SqlParameters _parameters = scope.Parameters;
    private readonly DateBounds _bounds = clauses.Select(clause => DateBounds.Of(clause, scope.Now)).Aggregate((a, b) => a.And(b));

    public override int Rank => _bounds is { After: not null, Before: not null } ? 4 : 5;

    public override RowSource Source()
    {
        var alias = _parameters.Alias();
        var before = _bounds.Before is { } end ? $" AND low < {_parameters.Add(end)}" : "";
        var from = _bounds.After is { } after
            ? $"{Rows($"NOT ({Long}) AND low >= {_parameters.Add(after - Day)}{before}")} UNION ALL {Rows($"{Long} AND high > {_parameters.Add(after)}{before}")}"
            : Rows($"1 = 1{before}");
        return new RowSource($"({from}) {alias}", "1 = 1", $"{alias}.rid", scope.Types.All(type => SingleValues.Has(type, clauses[0].Code)));
    }

    public override string On(string rid)
    {
        var alias = _parameters.Alias();
        return $"EXISTS (SELECT 1 FROM date_index {alias} WHERE {alias}.rid = {rid} AND {Condition()})";
    }

    private string Rows(string bounds) => $"SELECT rid FROM date_index WHERE {bounds} AND {Condition()}";

    private string Condition()
    {
        var dates = new DateSql(_parameters, scope.Now);
        return $"{scope.Rows(clauses[0].Code)} AND {SqlText.All([.. clauses.Select(clause => SqlText.Any([.. clause.Values.Select(dates.Condition)]))])}";
    }
}
