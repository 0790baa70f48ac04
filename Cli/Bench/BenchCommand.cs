using System.CommandLine;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary><c>genomed bench</c>: figures beside published ones.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", """
        Measures models on published tables and says the published figures beside.

        Example: genomed bench survival --data ../shared/data --json survival.json
        """)
    {
        SurvivalCommand.Create(),
    };
}
