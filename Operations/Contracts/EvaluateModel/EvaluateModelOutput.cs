using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.EvaluateModel;

/// <summary>What <c>$evaluate-model</c> gives.</summary>
public sealed record EvaluateModelOutput
{
    /// <summary>Patients evaluated.</summary>
    public required int N { get; init; }

    /// <summary>Events among them.</summary>
    public required int Events { get; init; }

    /// <summary>Harrell's C, 0 to 1; null when no pair is comparable.</summary>
    public double? CIndex { get; init; }

    /// <summary>Standard error of C.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? Upper { get; init; }

    /// <summary>Comparable pairs.</summary>
    public required double Comparable { get; init; }

    /// <summary>Concordant pairs.</summary>
    public required double Concordant { get; init; }

    /// <summary>Discordant pairs.</summary>
    public required double Discordant { get; init; }

    /// <summary>Comparable pairs of equal risk.</summary>
    public required double Tied { get; init; }

    /// <summary>Risk groups, lowest risk first; those below the minimum cell are left out.</summary>
    [JsonPropertyName("group")]
    public IReadOnlyList<RiskGroup> Groups { get; init; } = [];
}
