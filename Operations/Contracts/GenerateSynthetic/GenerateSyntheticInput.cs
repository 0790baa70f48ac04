using System.Text.Json.Serialization;
using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

/// <summary>What <c>$generate-synthetic</c> takes.</summary>
public sealed record GenerateSyntheticInput
{
    /// <summary>The TrainingPlan of the generator as JSON.</summary>
    public required string Plan { get; init; }

    /// <summary>The generator's weights as safetensors.</summary>
    public required BinaryContent Weights { get; init; }

    /// <summary>What the model's card says of it.</summary>
    public required GeneratorCard Model { get; init; }

    /// <summary>How many patients, 1 to 1,000,000.</summary>
    public required int Count { get; init; }

    /// <summary>The same request gives the same patients; null for 1.</summary>
    public int? Seed { get; init; }

    /// <summary>What holds of every patient.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Shares of values.</summary>
    [JsonPropertyName("share")]
    public IReadOnlyList<string> Shares { get; init; } = [];

    /// <summary>What the data set is called.</summary>
    public required string Title { get; init; }

    /// <summary>An SPDX identifier.</summary>
    public required string Licence { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }
}
