namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

/// <summary>One condition of a release.</summary>
/// <param name="Name">What it is of, e.g. <c>nndr-median</c>; the code of a gate is <c>gate-</c> before it.</param>
/// <param name="Passed">False also where it could not be judged.</param>
/// <param name="Value">The number judged; null where there is none.</param>
/// <param name="Threshold">What it was compared with; null where there is none.</param>
/// <param name="Why">The comparison in words, with what it rests on.</param>
public sealed record PrivacyGate(string Name, bool Passed, double? Value, double? Threshold, string Why);
