namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Units as people write them.</summary>
internal static class UnitText
{
    /// <param name="ucum">A code of UCUM; another is given back as it is.</param>
    public static string Of(string ucum) => ucum switch
    {
        "a" => "years",
        "mo" => "months",
        "wk" => "weeks",
        "d" => "days",
        "10*9/L" => "10⁹/L",
        _ => ucum,
    };
}
