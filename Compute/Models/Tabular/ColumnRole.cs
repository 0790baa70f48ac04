namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>What a column says of its feature.</summary>
internal enum ColumnRole
{
    /// <summary>One of its numbers.</summary>
    Value,

    /// <summary>1 where the feature is missing, 0 where it is present; never missing itself.</summary>
    Missing,

    /// <summary>
    /// 1 where the number is the feature's minimum, 0 where it is above: many blood counts are exactly 0, and no density
    /// has a point mass. The value column is then masked.
    /// </summary>
    Minimum,
}
