namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The federated model: the common one, and as it is after one more local epoch at each node (the paper's columns).</summary>
/// <param name="CIndex">Harrell's C of the common model.</param>
/// <param name="Ci">Its 95 % interval.</param>
/// <param name="N">Test patients.</param>
/// <param name="Events">Deaths among them.</param>
/// <param name="Nodes">One score a node.</param>
public sealed record FederatedScore(double CIndex, Interval Ci, int N, int Events, IReadOnlyList<NodeScore> Nodes);
