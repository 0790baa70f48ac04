using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Generators.Benchmarks;

/// <summary>How alike two tables are.</summary>
/// <param name="Report">SDMetrics' scores against the training rows.</param>
/// <param name="Lesions">Correlation of the φ-matrices with the training rows.</param>
/// <param name="HoldOut">The same with the hold-out.</param>
internal sealed record Fidelity(FidelityReport Report, double Lesions, double HoldOut);
