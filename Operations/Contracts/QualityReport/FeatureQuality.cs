using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.QualityReport;

/// <summary>How well a feature is filled. Counts that rest on fewer patients than the node's minimum cell are null.</summary>
public sealed record FeatureQuality
{
    /// <summary>The feature's name in the dictionary.</summary>
    public required string Name { get; init; }

    /// <summary>Patients with a value; null when it or <see cref="Missing"/> is a small cell (each tells the other).</summary>
    public int? Present { get; init; }

    /// <summary>Patients without a value.</summary>
    public int? Missing { get; init; }

    /// <summary>Values outside the dictionary's range; they are kept in the table.</summary>
    public int? OutOfRange { get; init; }

    /// <summary>Values in a unit that the dictionary neither has nor converts; they were dropped.</summary>
    public int? UnexpectedUnit { get; init; }

    /// <summary>Coded values that the dictionary does not know; they were dropped.</summary>
    public int? UnknownCode { get; init; }

    /// <summary>Further values of the same patient that differ from the one taken.</summary>
    public int? Conflicts { get; init; }

    /// <summary>Patients whose time to this event is longer than their follow-up for the guide's outcome.</summary>
    public int? InconsistentTimes { get; init; }

    /// <summary>Population stability index of the categories, or of a number in the baseline's deciles, against the baseline dataset; null without one, and where it would rest on few patients.</summary>
    public double? Drift { get; init; }

    /// <summary>The units that values came in; none where their counts would tell a small cell.</summary>
    [JsonPropertyName("unit")]
    public IReadOnlyList<UnitCount> Units { get; init; } = [];

    /// <summary>True when a count was left out.</summary>
    public required bool Suppressed { get; init; }
}
