namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The data sets of a comparison.</summary>
/// <param name="Nodes">The hospitals that answered, in the order of the options.</param>
/// <param name="Train">The pooled training rows at the reference node.</param>
/// <param name="Test">The held-out patients at the reference node.</param>
/// <param name="Lost">The hospitals that did not.</param>
internal sealed record PreparedData(IReadOnlyList<PreparedNode> Nodes, PreparedNode Train, PreparedNode Test, IReadOnlyList<NodeFailure> Lost);
