namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Units of time in words.</summary>
internal static class TimeUnit
{
    /// <param name="ucum">A code of UCUM; another is given back as it is.</param>
    public static string Of(string ucum) => ucum switch
    {
        "a" => "years",
        "mo" => "months",
        "wk" => "weeks",
        "d" => "days",
        _ => ucum,
    };
}
