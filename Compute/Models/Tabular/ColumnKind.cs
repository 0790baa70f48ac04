namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>How a column's values are distributed in a generative model.</summary>
internal enum ColumnKind
{
    /// <summary>A z-score.</summary>
    Number,

    /// <summary>0 or 1.</summary>
    Binary,

    /// <summary>One of several codes, one-hot.</summary>
    Category,
}
