using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Resources;

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

    /// <summary>Whether a resource carries <see cref="Label"/>.</summary>
    public static bool Is(Resource resource) => Has(resource, "security", Label);

    /// <summary>Whether <c>meta.security</c> or <c>meta.tag</c> has that coding.</summary>
    internal static bool Has(Resource resource, string property, Coding coding)
        => resource.Element.Child("meta") is { } meta && meta.Items(property).Any(label => label.Text("system") == coding.System && label.Text("code") == coding.Code);
}
