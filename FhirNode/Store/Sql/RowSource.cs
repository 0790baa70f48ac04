namespace GenoMed.Fhir.Store.Sql;

/// <summary>Where the rids of a filter come from.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="Where">The condition.</param>
/// <param name="Rid">The column of the rid.</param>
/// <param name="IsUnique">Whether no rid comes twice.</param>
internal sealed record RowSource(string From, string Where, string Rid, bool IsUnique = false)
{
    public RowSource And(string condition) => this with { Where = $"{Where} AND {condition}" };

    /// <summary>Each rid once.</summary>
    public string Distinct => $"SELECT {(IsUnique ? "" : "DISTINCT ")}{Rid} AS rid FROM {From} WHERE {Where}";
}
