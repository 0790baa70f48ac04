namespace GenoMed.Fhir.Operations.Contracts.QualityReport;

/// <summary>A unit and how many values came in it.</summary>
public sealed record UnitCount
{
    /// <summary>The UCUM code; empty where values had no unit.</summary>
    public required string Code { get; init; }

    /// <summary>Values in it.</summary>
    public required int Count { get; init; }
}
