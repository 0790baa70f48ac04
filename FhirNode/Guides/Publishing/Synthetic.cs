using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>How the patients of a synthetic data set are told from all others.</summary>
public static class Synthetic
{
    /// <summary>What every identifier of a synthetic patient starts with.</summary>
    public const string Prefix = "SYNTHETIC-";

    /// <summary>The code system of <see cref="Tag"/>.</summary>
    public const string TagSystem = "https://genomed.example/fhir/common/CodeSystem/genomed-data-origin";

    /// <summary>The code of <see cref="Tag"/>.</summary>
    public const string TagCode = "synthetic";

    /// <summary><c>meta.tag</c> of every resource of a synthetic data set, beside the security label <see cref="Invented.Label"/>.</summary>
    public static readonly Coding Tag = new(TagSystem, TagCode, "Synthetic data");
}
