namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>The names under which the result keeps what was measured of one synthetic table.</summary>
internal static class Scores
{
    public const string Csf = "csf";
    public const string Gsf = "gsf";
    public const string Phi = "phi_correlation";
    public const string PhiHoldOut = "phi_correlation_holdout";
    public const string Transfer = "c_index";
    public const string Nndr = "nndr_median";
    public const string NndrHoldOut = "nndr_median_holdout";
    public const string Dcr = "dcr_median";
    public const string DcrHoldOut = "dcr_median_holdout";
    public const string Membership = "mia_auc";
    public const string MembershipByDistance = "mia_auc_distance";
    public const string MembershipCalibrated = "mia_auc_calibrated";
    public const string Nearer = "nearer_to_training";
    public const string Copies = "exact_copies";
    public const string CopiesHoldOut = "exact_copies_holdout";
}
