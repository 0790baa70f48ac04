namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Reads intervals of hazard ratios.</summary>
public static class HazardConclusions
{
    /// <summary>Which side of 1 the interval lies on; undecided where nothing could be estimated.</summary>
    /// <param name="term">The hazard.</param>
    /// <param name="level">Coverage of the interval.</param>
    public static HazardConclusion Of(HazardTerm term, double level = 0.95) => term.Interval(level) switch
    {
        { Upper: < 1 } => HazardConclusion.Lower,
        { Lower: > 1 } => HazardConclusion.Higher,
        _ => HazardConclusion.Undecided,
    };
}
