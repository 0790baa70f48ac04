namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>One patient's distribution of the time: S(t) = exp(-(t/λ)^α).</summary>
/// <param name="LogShape">log α</param>
/// <param name="LogScale">log λ, in the outcome's unit</param>
internal readonly record struct Weibull(double LogShape, double LogScale)
{
    /// <summary>log( λ (ln 2)^(1/α) )</summary>
    public double LogMedian => LogScale + (Math.Log(Math.Log(2)) / Math.Exp(LogShape));

    /// <summary>S(t), 0..1; 1 at t = 0.</summary>
    public double Survival(double time) => time <= 0 ? 1 : Math.Exp(-Math.Exp(Math.Exp(LogShape) * (Math.Log(time) - LogScale)));
}
