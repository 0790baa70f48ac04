namespace GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;

/// <summary>What <c>$evaluate-synthetic</c> gives.</summary>
public sealed record EvaluateSyntheticOutput
{
    /// <summary>Training patients.</summary>
    public required int Rows { get; init; }

    /// <summary>Models' <c>SafeEvidence</c> as JSON: aggregates, nothing on fewer patients than the node's minimum cell.</summary>
    public required string Evidence { get; init; }
}
