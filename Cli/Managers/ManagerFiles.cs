namespace GenoMed.Fhir.Cli.Managers;

/// <summary>What a manager's folder holds.</summary>
internal static class ManagerFiles
{
    public static string Database(string data) => Path.Combine(data, "manager.db");

    public static string Models(string data) => Path.Combine(data, "models");
}
