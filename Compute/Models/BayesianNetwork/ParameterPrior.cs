using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>What a hardly seen configuration of parents falls back to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParameterPrior>))]
public enum ParameterPrior
{
    /// <summary>Each state as likely as the other.</summary>
    Uniform,

    /// <summary>The child's frequencies over all rows.</summary>
    Marginal,
}
