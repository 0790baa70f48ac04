using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>What hill climbing raises.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NetworkScore>))]
public enum NetworkScore
{
    /// <summary>Log-likelihood less ½ ln N for each free parameter.</summary>
    Bic,

    /// <summary>The marginal likelihood under a uniform Dirichlet prior of a given equivalent sample size.</summary>
    Bdeu,

    /// <summary>The marginal likelihood with one pseudo-count a cell.</summary>
    K2,
}
