using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>What every comparison tells of its federated run, beside the scores that its kind of model has.</summary>
public abstract record RunFacts
{
    [JsonPropertyOrder(-2)]
    public required long Seed { get; init; }

    /// <summary>Training patients by node, in the nodes' order.</summary>
    [JsonPropertyOrder(-1)]
    public required IReadOnlyList<NodePatients> Patients { get; init; }

    /// <summary>Rounds that were aggregated.</summary>
    [JsonPropertyOrder(1)]
    public required int Rounds { get; init; }

    /// <summary>Nodes left out of some round, with the reason.</summary>
    [JsonPropertyOrder(2)]
    public required IReadOnlyList<NodeFailure> Failures { get; init; }

    /// <summary>Wall time of the whole run, in seconds.</summary>
    [JsonPropertyOrder(3)]
    public required double Seconds { get; init; }

    /// <summary>SHA-256 of the federated model's safetensors.</summary>
    [JsonPropertyOrder(4)]
    public required string WeightsSha256 { get; init; }

    /// <summary>The federated run in the manager's database.</summary>
    [JsonPropertyOrder(5)]
    public required string Run { get; init; }

    /// <summary>Where the model file lies.</summary>
    [JsonPropertyOrder(6)]
    public required string Model { get; init; }
}
