using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>How invented patients are told from real ones.</summary>
public static class Invented
{
    /// <summary>What every invented identifier starts with.</summary>
    public const string Prefix = "INVENTED-";

    /// <summary>The label that every resource of an invented patient carries in <c>meta.security</c>.</summary>
    public static readonly Coding Label = new("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");

    /// <summary>Whether a source identifier is an invented patient's.</summary>
    public static bool Is(string identifier) => identifier.StartsWith(Prefix, StringComparison.Ordinal);
}
