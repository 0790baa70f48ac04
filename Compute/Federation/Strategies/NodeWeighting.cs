using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>What a node counts for in an average.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeWeighting>))]
internal enum NodeWeighting
{
    /// <summary>n_k / n: its patients.</summary>
    Patients,

    /// <summary>Each node the same.</summary>
    Equal,
}
