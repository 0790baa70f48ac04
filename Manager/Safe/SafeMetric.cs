namespace GenoMed.Fhir.Manager.Safe;

/// <summary>One number of a report.</summary>
/// <param name="Code">Of the code system <c>genomed-safe</c>.</param>
/// <param name="Display">For people.</param>
/// <param name="Value">The number; null or NaN where the report does not tell it.</param>
public sealed record SafeMetric(string Code, string Display, Func<SafeReport, double?> Value)
{
    /// <summary>The number's unit (UCUM); <c>1</c> for none.</summary>
    public Func<SafeReport, string> Unit { get; init; } = _ => "1";
}
