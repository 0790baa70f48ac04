namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Every number of a report that has a code, one line each, in the order of a report. The codes are those of the code system <c>genomed-safe</c>.</summary>
public static class SafeMetrics
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SafeMetric> All { get; } =
    [
        new("csf", "Clinical synthetic fidelity", report => report.Fidelity?.Levels.Scores.Csf),
        new("csf-ceiling", "Ceiling of CSF", report => report.Fidelity?.Levels.Ceiling.Csf),
        new("csf-floor", "Floor of CSF", report => report.Fidelity?.Levels.Floor.Csf),
        new("csf-share", "CSF as share of the way", report => report.Fidelity?.Levels.ShareOfTheWay(scores => scores.Csf)),
        new("csf-marginals", "CSF: marginals", report => report.Fidelity?.Levels.Scores.Clinical["marginals"]),
        new("csf-associations", "CSF: associations", report => report.Fidelity?.Levels.Scores.Clinical["associations"]),
        new("csf-survival", "CSF: survival", report => report.Fidelity?.Levels.Scores.Clinical["survival"]),
        new("csf-hazards", "CSF: hazards", report => report.Fidelity?.Levels.Scores.Clinical["hazards"]),
        new("gsf", "Genomic synthetic fidelity", report => report.Fidelity?.Levels.Scores.Gsf),
        new("gsf-ceiling", "Ceiling of GSF", report => report.Fidelity?.Levels.Ceiling.Gsf),
        new("gsf-floor", "Floor of GSF", report => report.Fidelity?.Levels.Floor.Gsf),
        new("gsf-share", "GSF as share of the way", report => report.Fidelity?.Levels.ShareOfTheWay(scores => scores.Gsf)),
        new("gsf-frequencies", "GSF: frequencies", report => report.Fidelity?.Levels.Scores.Genomic["frequencies"]),
        new("gsf-lesions-per-patient", "GSF: lesions per patient", report => report.Fidelity?.Levels.Scores.Genomic["lesions_per_patient"]),
        new("gsf-gene-pairs", "GSF: pairs of genes", report => report.Fidelity?.Levels.Scores.Genomic["gene_pairs"]),
        new("gsf-cytogenetic-pairs", "GSF: genes by chromosomal lesions", report => report.Fidelity?.Levels.Scores.Genomic["cytogenetic_pairs"]),
        new("phi-correlation", "Correlation of phi", report => report.Fidelity?.Levels.Scores.PhiCorrelation),
        new("phi-correlation-ceiling", "Ceiling of the correlation of phi", report => report.Fidelity?.Levels.Ceiling.PhiCorrelation),
        new("phi-correlation-floor", "Floor of the correlation of phi", report => report.Fidelity?.Levels.Floor.PhiCorrelation),
        new("rmst-real", "Restricted mean survival, real", report => report.Fidelity?.Survival.RealMean) { Unit = report => report.Fidelity!.Survival.Unit },
        new("rmst-synthetic", "Restricted mean survival, synthetic", report => report.Fidelity?.Survival.SyntheticMean) { Unit = report => report.Fidelity!.Survival.Unit },
        new("mean-discrepancy", "Maximum mean discrepancy, squared", report => report.Multivariate?.MeanDiscrepancy),
        new("pmse-ratio", "pMSE ratio", report => report.Multivariate?.PropensityRatio),
        new("classifier-area-logistic", "Classifier two-sample area, logistic regression", report => report.Multivariate?.LogisticArea.Value),
        new("classifier-area-network", "Classifier two-sample area, neural network", report => report.Multivariate?.NetworkArea.Value),
        new("alpha-precision", "Alpha-precision", report => report.Multivariate?.AlphaPrecision),
        new("beta-recall", "Beta-recall", report => report.Multivariate?.BetaRecall),
        new("authenticity", "Authenticity", report => report.Multivariate?.Authentic.Rate),
        new("dcr-median", "Median DCR", report => report.Privacy?.ToTraining.Dcr.Median),
        new("dcr-median-holdout", "Median DCR of the hold-out", report => report.Privacy?.HoldOut?.ToTraining.Dcr.Median),
        new("nndr-median", "Median NNDR", report => report.Privacy?.ToTraining.Nndr.Median),
        new("nndr-median-holdout", "Median NNDR of the hold-out", report => report.Privacy?.HoldOut?.ToTraining.Nndr.Median),
        new("nndr-fifth-percentile", "5th percentile of NNDR", report => report.Privacy?.ToTraining.Nndr.FifthPercentile),
        new("exact-copies", "Exact copies", report => report.Privacy?.ToTraining.Copies.Rate),
        new("nearer-share", "Share nearer to training", report => report.Privacy?.HoldOut?.NearerToTraining.Nearer.Rate),
        new("membership-area", "Membership inference area", report => report.Privacy?.HoldOut?.MembershipInference.Distance.Value),
        new("membership-area-calibrated", "Membership inference area, calibrated", report => report.Privacy?.HoldOut?.MembershipInference.Calibrated.Value),
        new("risk-singling-out-univariate", "Risk of singling out by one feature", report => SafeRisks.Value(report.Attacks?.SinglingOutUnivariate)),
        new("risk-singling-out-multivariate", "Risk of singling out by several features", report => SafeRisks.Value(report.Attacks?.SinglingOutMultivariate)),
        new("risk-linkability", "Risk of linkability", report => SafeRisks.Value(report.Attacks?.Linkability)),
        new("risk-inference", "Risk of inference", report => SafeRisks.Value(SafeRisks.Inference(report.Attacks))),
    ];
}
