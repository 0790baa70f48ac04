using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>The SAFE plan of the MDS cohort: one for all splits, with the prognostic and derived features that its guide names.</summary>
internal static class MdsSafe
{
    private static readonly string[] Derived = ["mut_TP53mono", "mut_TP53multi", "mut_TET2bi", "mut_TET2other"];

    private static readonly string[] Prognostic =
    [
        "AGE", "HB", "PLT", "BM_BLAST", "CYTO_IPSSR", "complex", "mut_TP53", "mut_SF3B1", "mut_ASXL1", "mut_RUNX1", "mut_SRSF2", "mut_EZH2", "mut_NRAS", "mut_DNMT3A",
    ];

    public static SafePlan Plan(FeatureTable cohort)
    {
        var binaries = cohort.Schema.Features.Where(feature => feature.Type == FeatureType.Binary).Select(feature => feature.Name);
        string[] lesions = [.. binaries.Where(name => name.StartsWith("mut_", StringComparison.Ordinal) || IsChromosomal(name))];
        return SafePlanBuilder.Of(cohort, lesions, [.. lesions.Where(IsChromosomal)], Derived, Prognostic, MdsCohort.Outcome);
    }

    private static bool IsChromosomal(string name) => name.StartsWith("cna_", StringComparison.Ordinal);
}
