using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Tables on this machine.</summary>
/// <param name="Training">Real patients whom the generator may have learned from.</param>
/// <param name="HoldOut">Real patients it did not learn from; null for none.</param>
/// <param name="Synthetic">What it made.</param>
public sealed record SafeTables(FeatureTable Training, FeatureTable? HoldOut, FeatureTable Synthetic);
