namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>The names under which the result keeps what was measured of one synthetic table.</summary>
internal static class Scores
{
    public const string Csf = "csf";
    public const string Gsf = "gsf";
    public const string Phi = "phi_correlation";
    public const string Nndr = "nndr_median";
    public const string NndrHoldOut = "nndr_median_holdout";
    public const string Membership = "mia_auc";
    public const string Seconds = "seconds";
}
