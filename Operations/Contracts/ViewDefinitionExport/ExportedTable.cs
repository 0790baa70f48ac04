using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;

/// <summary>What became of one view.</summary>
public sealed record ExportedTable
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its files.</summary>
    [JsonPropertyName("location")]
    public required IReadOnlyList<string> Locations { get; init; }
}
