using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>How the structure is found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NetworkAlgorithm>))]
public enum NetworkAlgorithm
{
    /// <summary>Hill climbing on a score, with a tabu list.</summary>
    HillClimbing,

    /// <summary>PC: conditional independence tests, v-structures, Meek's rules.</summary>
    Pc,
}
