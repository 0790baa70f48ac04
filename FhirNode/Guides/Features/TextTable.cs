namespace GenoMed.Fhir.Guides.Features;

/// <summary>
/// The texts of a cohort, beside its table of numbers and never in it: no model, statistic or update sees them. They stay at
/// the node and leave it only with the rows, for who may export rows.
/// </summary>
/// <param name="Rows">By source identifier, then by the text's name; what is not known is not there.</param>
public sealed record TextTable(SortedDictionary<string, SortedDictionary<string, string>> Rows)
{
    public static TextTable Empty { get; } = new([]);

    public bool IsEmpty => Rows.Count == 0;

    /// <summary>The names of the texts that any patient has.</summary>
    public IReadOnlySet<string> Names => Rows.Values.SelectMany(row => row.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>The cell, or null where it is not known.</summary>
    public string? Find(string rowId, string name) => Rows.TryGetValue(rowId, out var row) ? row.GetValueOrDefault(name) : null;
}
