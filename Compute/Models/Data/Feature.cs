using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>One column group of a <see cref="FeatureTable"/>, as the disease's data dictionary describes it.</summary>
public sealed record Feature
{
    /// <summary>The name in the dictionary, unique in its schema.</summary>
    public required string Name { get; init; }

    public required FeatureType Type { get; init; }

    public required FeatureRole Role { get; init; }

    /// <summary>What a person calls it.</summary>
    public string Label { get; init; } = "";

    /// <summary>UCUM unit; of the duration for <see cref="FeatureType.TimeToEvent"/>; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The category codes in their order, ordinal where <see cref="Ordered"/> is true.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>True when the order of the categories is a ranking (VeryGood &lt; Good &lt; ...).</summary>
    public bool Ordered { get; init; }

    /// <summary>Smallest plausible value, inclusive.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest plausible value, inclusive.</summary>
    public double? Maximum { get; init; }

    /// <summary>Length of a <see cref="FeatureType.Vector"/>.</summary>
    public int Dimension { get; init; } = 1;

    /// <summary>How many numbers a row has for this feature: 2 for time-to-event (duration, event), the dimension for a vector, else 1.</summary>
    [JsonIgnore]
    public int Width => Type switch
    {
        FeatureType.TimeToEvent => 2,
        FeatureType.Vector => Dimension,
        _ => 1,
    };
}
