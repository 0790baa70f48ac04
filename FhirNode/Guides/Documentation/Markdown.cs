using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>Pieces of Markdown.</summary>
internal static class Markdown
{
    /// <summary>Codes with their system's last part, which people know them by.</summary>
    public static string Codes(IEnumerable<Coding> codings)
        => string.Join("; ", codings.Select(coding => Text($"{System(coding.System)} {coding.Code}{(coding.Display is { } display ? $" {display}" : "")}")));

    /// <summary>A text that may stand in a cell.</summary>
    public static string Text(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>An expression as it is written, in a cell.</summary>
    public static string Code(string expression) => $"`{expression.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string System(string system) => system switch
    {
        "http://loinc.org" => "LOINC",
        "http://snomed.info/sct" => "SNOMED CT",
        "http://www.genenames.org/geneId" => "HGNC",
        "http://terminology.hl7.org/CodeSystem/icd-o-3" => "ICD-O-3",
        "http://www.orpha.net" => "ORPHA",
        "http://hl7.org/fhir/administrative-gender" => "AdministrativeGender",
        _ when system.EndsWith("/CodeSystem/ibsi", StringComparison.Ordinal) => "IBSI",
        _ when system.EndsWith("/CodeSystem/terms", StringComparison.Ordinal) => "own",
        _ => system,
    };
}
