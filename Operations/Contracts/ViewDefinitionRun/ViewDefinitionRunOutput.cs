using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;

/// <summary>What <c>$viewdefinition-run</c> gives: rows about patients, so its scope is that of reading resources.</summary>
public sealed record ViewDefinitionRunOutput
{
    /// <summary>The rows in the format asked for.</summary>
    public required BinaryContent Return { get; init; }
}
