namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>How well one model ranks the test patients.</summary>
/// <param name="CIndex">Harrell's C, 0 to 1.</param>
/// <param name="Ci">Its 95 % interval.</param>
/// <param name="N">Patients that it was computed on.</param>
/// <param name="Events">Deaths among them.</param>
public sealed record Score(double CIndex, Interval Ci, int N, int Events);
