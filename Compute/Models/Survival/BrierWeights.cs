using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>How patients are weighted in a Brier score, G being the Kaplan-Meier curve of being censored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BrierWeights>))]
public enum BrierWeights
{
    /// <summary>Graf et al. 1999: an event at T weighs 1/G(T-), one who is still followed 1/G(t); the mean is over all n patients.</summary>
    Graf,

    /// <summary>
    /// pycox: an event weighs 1/G(T), and the mean is over the sum of the weights. NaN where an event falls together
    /// with the last censoring, since G(T) is 0 there.
    /// </summary>
    Normalised,
}
