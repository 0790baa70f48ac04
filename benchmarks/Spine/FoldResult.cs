namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>Harrell's C of one test fold.</summary>
/// <param name="Repeat">From 1.</param>
/// <param name="Fold">From 1.</param>
/// <param name="All">The model on all test patients.</param>
/// <param name="Paired">The model on the test patients that have IPSS-M.</param>
/// <param name="Ipssm">IPSS-M on the same.</param>
internal sealed record FoldResult(int Repeat, int Fold, double All, double Paired, double Ipssm);
