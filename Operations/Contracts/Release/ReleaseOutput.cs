using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.Release;

/// <summary>What <c>Library/id/$release</c> gives.</summary>
public sealed record ReleaseOutput
{
    /// <summary>The Library, active.</summary>
    public required Resource Return { get; init; }
}
