namespace GenoMed.Fhir.Cli.Federations;

/// <summary>Where the files of a federation on one machine lie.</summary>
/// <param name="Root">The folder.</param>
internal sealed record FederationFolder(string Root)
{
    public string Csv(string node) => In("csv", $"{node}.csv");

    public string NodeData(string node) => Path.Combine(Root, "nodes", node);

    public string NodeConfig(string node) => In("config", $"{node}.json");

    public string Key(string client) => In("config", $"{client}.pem");

    public string Federation => In("config", "federation.json");

    public string Result => Path.Combine(Root, "result.json");

    private string In(string folder, string file)
    {
        var path = Path.Combine(Root, folder);
        Directory.CreateDirectory(path);
        return Path.Combine(path, file);
    }
}
