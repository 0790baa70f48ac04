namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>
/// How the guides' shapes lie on mCODE's profiles (STU 4, hl7.fhir.us.mcode 4.0.0). mCODE is of R4, so an R5 resource can claim
/// none of its profiles: each profile of ours says instead, in <c>StructureDefinition.mapping</c>, which element of mCODE's
/// each of its elements is.
/// </summary>
internal static class McodeMaps
{
    public const string Canonical = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-";

    public const string GenomicVariant = "genomic-variant";
    public const string GenomicRegion = "genomic-region-studied";

    private static readonly Dictionary<string, (string Ours, string Theirs)[]> Maps = new(StringComparer.Ordinal)
    {
        ["primary-cancer-condition"] =
        [
            ("clinicalStatus", "Condition.clinicalStatus"),
            ("category", "Condition.category"),
            ("code", "Condition.code"),
            ("code.coding", "Condition.extension:histologyMorphologyBehavior"),
            ("subject", "Condition.subject"),
            ("onset[x]", "Condition.onset[x]"),
        ],
        ["tumor-marker-test"] = Observation(""),
        ["cancer-disease-status"] = Observation(""),
        ["cancer-stage"] = Observation("component"),
        ["cancer-risk-assessment"] = Observation("component"),
        ["cancer-related-medication-administration"] =
        [
            ("status", "MedicationAdministration.status"),
            ("code", "MedicationAdministration.medication[x]"),
            ("subject", "MedicationAdministration.subject"),
        ],
        [GenomicVariant] =
        [
            .. Observation(""),
            ("component[gene-studied]", "Observation.component:gene-studied"),
            ("component[coding-hgvs]", "Observation.component:coding-hgvs"),
            ("component[genomic-hgvs]", "Observation.component:genomic-hgvs"),
            ("component[protein-hgvs]", "Observation.component:protein-hgvs"),
            ("component[allelic-frequency]", "Observation.component:sample-allelic-frequency"),
            ("component[allelic-state]", "Observation.component:allelic-state"),
            ("component[cytogenomic-nomenclature]", "Observation.component:cytogenomic-nomenclature"),
        ],
        [GenomicRegion] =
        [
            ("status", "Observation.status"),
            ("category", "Observation.category"),
            ("component", "Observation.component:gene-studied"),
            ("component.code", "Observation.component:gene-studied.code"),
            ("component.value[x]", "Observation.component:gene-studied.value[x]"),
        ],
    };

    /// <summary>What a dictionary may name, without the prefix <c>mcode-</c>.</summary>
    public static IReadOnlyCollection<string> Names => Maps.Keys;

    /// <summary>Our element's path in FSH and the id of mCODE's.</summary>
    /// <param name="target">One of <see cref="Names"/>.</param>
    /// <param name="component">The component that is the observation there, for one that stands in a group of ours; or null.</param>
    public static IEnumerable<(string Ours, string Theirs)> Of(string target, string? component)
        => Maps[target].Select(map => (component is null ? map.Ours : map.Ours.Replace("component", component, StringComparison.Ordinal), map.Theirs));

    /// <summary>The resource type of the profile.</summary>
    public static string TypeOf(string target) => Maps[target][0].Theirs.Split('.')[0];

    /// <summary>An observation of its own there; here too, or a component of a group, which has status and subject for all of its components.</summary>
    private static (string Ours, string Theirs)[] Observation(string component) =>
    [
        ("status", "Observation.status"),
        ("category", "Observation.category"),
        (component.Length == 0 ? "code" : $"{component}.code", "Observation.code"),
        ("subject", "Observation.subject"),
        (component.Length == 0 ? "value[x]" : $"{component}.value[x]", "Observation.value[x]"),
    ];
}
