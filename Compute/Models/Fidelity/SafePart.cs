using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>A part of a SAFE evaluation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafePart>))]
public enum SafePart
{
    /// <summary>Clinical and genomic fidelity with ceiling and floor.</summary>
    Fidelity,

    /// <summary>The table as a whole: discrepancy, classifiers, precision and recall.</summary>
    Multivariate,

    /// <summary>Hazard ratios, survival, a model trained on synthetic patients, synthetic control arms.</summary>
    Clinical,

    /// <summary>Nearest records, copies, membership inference.</summary>
    Privacy,

    /// <summary>Anonymeter's three attacks; they need hold-out patients.</summary>
    Attacks,
}
