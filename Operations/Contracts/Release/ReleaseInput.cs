namespace GenoMed.Fhir.Operations.Contracts.Release;

/// <summary>What <c>Library/id/$release</c> takes.</summary>
public sealed record ReleaseInput
{
    /// <summary><c>MeasureReport/id</c>: the SAFE report of the set.</summary>
    public required string Report { get; init; }
}
