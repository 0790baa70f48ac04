using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>
/// What the profiles of a guide are called. A resource claims the guide's own profile where it is compiled, and the one
/// that all diseases share (ImplementationGuides/_common) where it is not: a new disease needs no profile of its own.
/// </summary>
internal static class ProfileNames
{
    public const string Common = "https://genomed.example/fhir/common/StructureDefinition/";
    public const string Patient = "genomed-patient";
    public const string Condition = "genomed-diagnosis";
    public const string Measurement = "genomed-measurement";
    public const string Panel = "genomed-panel";
    public const string FollowUp = "genomed-follow-up";
    public const string Variant = "genomed-variant";
    public const string Regions = "genomed-regions";
    public const string Study = "genomed-study";
    public const string Treatment = "genomed-treatment";
    public const string Cohort = "genomed-cohort";

    /// <summary>The id of a guide's own profile: <c>mds-HB</c>.</summary>
    public static string Own(DictionaryHead head, string name) => $"{head.Guide}-{ResourceIds.Suffix(name)}";

    /// <summary>Findings of a panel share a profile.</summary>
    public static string Finding(string panel) => $"finding-{panel}";

    /// <summary>What a panel looks for.</summary>
    public static string Looked(string panel) => $"regions-{panel}";

    /// <summary>The URL that a resource claims.</summary>
    /// <param name="head">The guide.</param>
    /// <param name="name">The guide's own profile, or null where it has none for this shape.</param>
    /// <param name="common">The shared profile that it derives from.</param>
    public static string Claim(DictionaryHead head, string? name, string common)
        => name is not null && head.Profiles.Contains(Own(head, name)) ? $"{head.Canonical}/StructureDefinition/{Own(head, name)}" : Common + common;
}
