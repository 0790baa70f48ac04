using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>On which scale Greenwood's standard error gives the interval of S(t); R's <c>conf.type</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KaplanMeierInterval>))]
public enum KaplanMeierInterval
{
    /// <summary>exp(log S ± z se(log S)), at most 1; R's default.</summary>
    Log,

    /// <summary>S ± z se(S), within 0..1.</summary>
    Plain,

    /// <summary>exp(-exp(log(-log S) ± z se(log(-log S)))), always within 0..1; NaN where S is 1.</summary>
    LogLog,
}
