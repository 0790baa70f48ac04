using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>What the interval of a hazard ratio says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HazardConclusion>))]
public enum HazardConclusion
{
    /// <summary>It reaches over 1.</summary>
    Undecided,

    /// <summary>It lies below 1.</summary>
    Lower,

    /// <summary>It lies above 1.</summary>
    Higher,
}
