namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Mean survival up to a horizon: of all patients where the clinical part was asked for, else as the curves have it. One figure, wherever it is read.</summary>
/// <param name="Horizon">In the outcome's unit.</param>
/// <param name="Real">Of the real patients.</param>
/// <param name="Synthetic">Of the synthetic ones.</param>
public sealed record SurvivalMeans(double Horizon, double Real, double Synthetic)
{
    /// <summary>Null where neither part tells.</summary>
    public static SurvivalMeans? Of(SafeReport report) => report.Clinical?.Survival is { } clinical
        ? new SurvivalMeans(clinical.Horizon, clinical.Real.Mean, clinical.Synthetic.Mean)
        : report.Fidelity?.Survival is { Horizon: > 0 } curves ? new SurvivalMeans(curves.Horizon, curves.RealMean, curves.SyntheticMean) : null;
}
