using System.Globalization;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>The result for a person.</summary>
internal static class GenerateTable
{
    public static void Write(GenerateResult result)
    {
        Line($"Library/{result.Library}, SHA-256 of the CSV {result.Sha256}");
        Line($"{result.Patients} patients of {result.Report.Drawn} rows drawn ({result.Report.AcceptanceRate:P1} accepted), {result.Seconds:0.0} s");
        foreach (var reason in result.Report.ByRule)
        {
            Line($"  drawn again {reason.Rows,8}  rule       {reason.Reason}");
        }

        foreach (var reason in result.Report.ByCondition)
        {
            Line($"  drawn again {reason.Rows,8}  condition  {reason.Reason}");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
