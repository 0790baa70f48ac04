using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>The shape of a feature's values.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureType>))]
public enum FeatureType
{
    /// <summary>A real number in <see cref="Feature.Unit"/>.</summary>
    Continuous,

    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>0 or 1.</summary>
    Binary,

    /// <summary>The index of one of <see cref="Feature.Categories"/>.</summary>
    Category,

    /// <summary><see cref="Feature.Dimension"/> real numbers (an embedding).</summary>
    Vector,

    /// <summary>A duration (in <see cref="Feature.Unit"/>) and whether the event was seen (1) or censored (0).</summary>
    TimeToEvent,
}
