namespace GenoMed.Fhir.Guides.Etl;

/// <summary>One patient, typed: what a CSV row says after checking, or a row of a feature table.</summary>
/// <param name="SourceId">The source identifier, or its pseudonym.</param>
/// <param name="Values">[dictionary width] at the dictionary's offsets: numbers, category indices, 0/1; NaN where missing.</param>
/// <param name="Texts">The same length: a number as the source wrote it, where that is a JSON number; else null.</param>
public sealed record PatientRow(string SourceId, double[] Values, string?[] Texts)
{
    private static readonly Dictionary<string, string> NoTexts = [];

    /// <summary>Texts of the row by their name in the dictionary; those not known are not there.</summary>
    public IReadOnlyDictionary<string, string> TextCells { get; init; } = NoTexts;

    /// <summary>True for an invented patient, whose resources say so.</summary>
    public bool IsInvented { get; init; }
}
