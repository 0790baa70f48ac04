using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.Import;

/// <summary>What an import gives in the end: the manifest, which is JSON and no FHIR resource.</summary>
public sealed record ImportOutput
{
    /// <summary>What was stored and what was refused.</summary>
    public required BinaryContent Return { get; init; }
}
