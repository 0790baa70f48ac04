namespace GenoMed.Fhir.Operations.Contracts.QualityReport;

/// <summary>How far a text (a variant's HGVS) is filled; never what it says. Counts that rest on few patients are null.</summary>
public sealed record TextQuality
{
    /// <summary>The text's name in the dictionary.</summary>
    public required string Name { get; init; }

    /// <summary>Patients with the finding that the text is of.</summary>
    public int? Findings { get; init; }

    /// <summary>Of these, patients with the text; null when it, or the number without, is a small cell.</summary>
    public int? Present { get; init; }

    /// <summary>Present over findings, 0 to 1; null where either is.</summary>
    public double? Filled { get; init; }
}
