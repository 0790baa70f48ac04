using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Resources;

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

    /// <summary>Whether a resource carries <see cref="Tag"/>.</summary>
    public static bool Is(Resource resource) => Invented.Has(resource, "tag", Tag);

    /// <summary>Whether a resource carries <see cref="Tag"/> and the security label of invented patients.</summary>
    public static bool IsLabelled(Resource resource) => Is(resource) && Invented.Is(resource);
}
