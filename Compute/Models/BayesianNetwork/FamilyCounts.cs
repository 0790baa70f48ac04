namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// A contingency table: how many rows have each combination of states. All that leaves a node while structure and
/// parameters are learned; whole numbers, so that sums over nodes are those of the pooled rows, bit for bit.
/// </summary>
/// <param name="Variables">Positions of the variables, ascending; a child and its parents.</param>
/// <param name="Cells">Row-major, the last variable fastest.</param>
public sealed record FamilyCounts(IReadOnlyList<int> Variables, IReadOnlyList<long> Cells);
