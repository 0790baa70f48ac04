using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>What one node told.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Evidence">Aggregates.</param>
public sealed record NodeEvidence(string Node, SafeEvidence Evidence);
