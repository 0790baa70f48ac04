using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>What follows each hidden layer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeepSurvActivation>))]
internal enum DeepSurvActivation
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>Scaled exponential linear unit (Klambauer et al., NIPS 2017).</summary>
    Selu,
}
