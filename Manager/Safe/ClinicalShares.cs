using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>How often synthetic patients lead to the conclusion of real ones.</summary>
internal static class ClinicalShares
{
    /// <summary>Of the pairs of lesions that either calls; null where none is called.</summary>
    public static double? Pairs(ClinicalReport? report) => Share(report?.Pairs.Where(pair => pair.Called).Select(pair => pair.SameCall));

    /// <summary>Of the prognostic factors that both can tell of.</summary>
    public static double? Factors(ClinicalReport? report) => Share(report?.Factors
        .Where(factor => factor.Real.Precision > 0 && factor.Synthetic.Precision > 0).Select(factor => factor.SameConclusion()));

    private static double? Share(IEnumerable<bool>? alike)
    {
        bool[] all = [.. alike ?? []];
        return all.Length == 0 ? null : all.Count(one => one) / (double)all.Length;
    }
}
