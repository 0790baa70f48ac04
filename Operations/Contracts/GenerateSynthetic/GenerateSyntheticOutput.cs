using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

/// <summary>What <c>$generate-synthetic</c> gives: where the data set is, and what it took to draw it. No patient, synthetic or not.</summary>
public sealed record GenerateSyntheticOutput
{
    /// <summary><c>Library/id</c> of the data set, a draft.</summary>
    public required string Library { get; init; }

    /// <summary><c>Group/id</c> of its patients.</summary>
    public required string Group { get; init; }

    /// <summary>SHA-256 of its CSV: its identity.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Patients.</summary>
    public required int Patients { get; init; }

    /// <summary>Rows drawn from the generator.</summary>
    public required int Drawn { get; init; }

    /// <summary>The share of them that was accepted, 0 to 1.</summary>
    public required double AcceptanceRate { get; init; }

    /// <summary>Why rows were drawn again.</summary>
    [JsonPropertyName("rejected")]
    public IReadOnlyList<RejectedReason> Rejected { get; init; } = [];
}
