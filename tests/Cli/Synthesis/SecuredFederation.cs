using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Cli.Tests.Synthesis;

/// <summary>Three hospitals, a reference node and a publication node as processes that ask for tokens, with the keys that <c>genomed keys</c> makes.</summary>
internal sealed class SecuredFederation : IDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly List<Genomed> _processes = [];

    private SecuredFederation(TemporaryFolder folder) => _folder = folder;

    /// <summary>Node to FHIR base URL.</summary>
    public Dictionary<string, string> Urls { get; } = [];

    /// <summary>The federation file, in which each hospital trains on its Group <c>train</c> and holds out <c>test</c>.</summary>
    public string File => _folder["keys/config/federation.json"];

    public string Key(string client) => _folder[$"keys/config/{client}.pem"];

    public static async Task<SecuredFederation> StartAsync(TemporaryFolder folder)
    {
        await GenomedRun.DoneAsync("keys", "--out", folder["keys"], "--nodes", "n1,n2,n3,reference");
        var federation = new SecuredFederation(folder);
        foreach (var node in new[] { "n1", "n2", "n3", "reference", "publication" })
        {
            federation.Urls[node] = await federation.StartNodeAsync(node);
        }

        federation.WriteFile();
        return federation;
    }

    public void Dispose() => _processes.ForEach(process => process.Dispose());

    // The URLs are those of the free ports that the processes took, so that they are known only now.
    private async Task<string> StartNodeAsync(string node)
    {
        var file = _folder[$"keys/config/{node}.json"];
        Change(file, config => (config["address"], config["publicUrl"]) = ("127.0.0.1", null));
        var process = Genomed.Start("node", "--config", file, "--port", "0");
        _processes.Add(process);
        var line = await process.WaitForAsync("http://");
        return line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim();
    }

    private void WriteFile() => Change(File, federation =>
    {
        // A node of a machine that is busy with other tests is late, not gone.
        (federation["model"], federation["strategy"], federation["rounds"], federation["roundDeadlineSeconds"]) = ("bayesian-network", "sum", 2, 3600);
        foreach (var node in federation["nodes"]!.AsArray())
        {
            (node!["url"], node["train"], node["test"]) = (Urls[(string)node["name"]!], "train", "test");
        }

        federation["reference"]!["url"] = Urls["reference"];
    });

    private static void Change(string file, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(System.IO.File.ReadAllText(file))!;
        change(json);
        System.IO.File.WriteAllText(file, json.ToJsonString());
    }
}
