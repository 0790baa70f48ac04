using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>What is done to a number before it is centred and scaled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureTransform>))]
public enum FeatureTransform
{
    /// <summary>Nothing.</summary>
    Identity,

    /// <summary>log(1 + x), for skewed quantities that are 0 or more (cell counts, blasts).</summary>
    Log1p,
}
