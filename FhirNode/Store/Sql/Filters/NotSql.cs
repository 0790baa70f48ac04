namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Every resource but those of a filter.</summary>
internal sealed class NotSql(FilterSql inner) : FilterSql
{
    public override int Rank => 9;

    public override bool CanLead => false;

    public override RowSource Source() => throw new InvalidOperationException("A negation has no source of its own.");

    public override string On(string rid) => $"NOT {inner.On(rid)}";
}
