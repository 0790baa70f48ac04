namespace GenoMed.Fhir.Generators.Benchmarks;

/// <summary>How alike two tables are.</summary>
/// <param name="Shapes">Column shapes, 0..1.</param>
/// <param name="Pairs">Pair trends, 0..1.</param>
/// <param name="Lesions">Correlation of the φ-matrices with the training rows.</param>
/// <param name="HoldOut">The same with the hold-out.</param>
internal readonly record struct Fidelity(double Shapes, double Pairs, double Lesions, double HoldOut);
