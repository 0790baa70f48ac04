namespace GenoMed.Fhir.Guides.Features;

/// <summary>How good a cohort's data are: counts, no values and no identifiers. Small counts are suppressed where it leaves the node, not here.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Version">Its dictionary's version.</param>
/// <param name="Rows">Patients in the table.</param>
/// <param name="Features">In the dictionary's order.</param>
public sealed record QualityReport(string Guide, string Version, int Rows, IReadOnlyList<FeatureQuality> Features)
{
    /// <summary>The texts that any patient has, in the dictionary's order: how far each is filled.</summary>
    public IReadOnlyList<TextQuality> Texts { get; init; } = [];

    /// <summary>Patients whose record says that they died, or were diagnosed, in the wrong order: death before diagnosis, diagnosis before birth.</summary>
    public int InconsistentDates { get; init; }

    /// <summary>Known values of all features over all that could be known, 0 to 1; 0 for an empty cohort.</summary>
    public double Completeness => Rows == 0 ? 0 : Features.Sum(feature => (double)feature.Present) / ((double)Rows * Features.Count);
}
