namespace GenoMed.Fhir.Operations.Contracts.Release;

/// <summary>What <c>Library/id/$release</c> gives: what is released, when, and by which report. No patient, synthetic or not.</summary>
public sealed record ReleaseOutput
{
    /// <summary><c>Library/id</c>, active.</summary>
    public required string Library { get; init; }

    /// <summary>SHA-256 of its CSV.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When, an instant.</summary>
    public required string Released { get; init; }

    /// <summary><c>MeasureReport/id</c>.</summary>
    public required string Report { get; init; }
}
