using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>How events at the same time enter the partial likelihood.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CoxTies>))]
public enum CoxTies
{
    /// <summary>Each against the full risk set (Breslow, Biometrics 1974).</summary>
    Breslow,

    /// <summary>The l-th of d against the risk set less l/d of the tied events (Efron, JASA 1977).</summary>
    Efron,
}
