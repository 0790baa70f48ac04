namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The published clinical score on the test patients that have its inputs, and the federated model on the same patients.</summary>
/// <param name="Name">The score, e.g. <c>ipss-m</c>.</param>
/// <param name="CIndex">Harrell's C of the score.</param>
/// <param name="Ci">Its 95 % interval.</param>
/// <param name="N">Test patients that have its inputs.</param>
/// <param name="Events">Deaths among them.</param>
/// <param name="FederatedCIndex">Harrell's C of the federated model on the same patients.</param>
public sealed record ClinicalScore(string Name, double CIndex, Interval Ci, int N, int Events, double FederatedCIndex);
