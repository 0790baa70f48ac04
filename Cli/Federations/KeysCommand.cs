using System.CommandLine;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary><c>genomed keys</c>: clients, keys and configuration files for a federation.</summary>
internal static class KeysCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Folder to write to", Required = true };
    private static readonly Option<string> Nodes = new("--nodes") { Description = "Names, separated by commas, each with =URL where it has another base URL than the pattern makes; 'reference' is the node outside the federation, 'publication=URL' the one for people outside", Required = true };
    private static readonly Option<string> Hosts = new("--host-pattern") { Description = "Base URL with {0} for the name", DefaultValueFactory = _ => "http://{0}:8080/fhir" };
    private static readonly Option<string> Guide = new("--guide") { Description = "The disease's guide", DefaultValueFactory = _ => "mds" };

    public static Command Create()
    {
        var command = new Command("keys", """
            Makes the clients 'integrator' (loads patients), 'manager' (trains, generates, evaluates), 'steward' (releases) and 'publisher'
            (brings released sets to a publication node) with their keys, a configuration for each node, and the federation file.

            Example: genomed keys --out ./config --nodes a,b,c,reference --host-pattern https://{0}.example/fhir
            Example: genomed keys --out ./config --nodes a=http://127.0.0.1:8081/fhir,b=http://127.0.0.1:8082/fhir,reference=http://127.0.0.1:8083/fhir
            """)
        {
            Out, Nodes, Hosts, Guide,
        };
        command.SetAction(CommandLine.Guard((parsed, _) => Task.FromResult(Run(parsed))));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string[][] nodes = [.. parsed.GetValue(Nodes)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(node => node.Split('=', 2))];
        string[] names = [.. nodes.Select(node => node[0]).Where(name => name != ClientRegistration.Publication)];
        if (names.Length < 3 || !names.Contains("reference"))
        {
            throw new UsageException("--nodes needs two hospitals or more, and 'reference'.");
        }

        foreach (var name in names)
        {
            CheckName(name, names);
        }

        var folder = new FederationFolder(parsed.GetValue(Out)!);
        var publication = nodes.FirstOrDefault(node => node[0] == ClientRegistration.Publication);
        var urls = nodes.Where(node => node != publication).ToDictionary(node => node[0], node => Url(node.Length == 2 ? node[1] : parsed.GetValue(Hosts)!, node[0]));
        ClientRegistration.Write(folder, names, urls);
        ClientRegistration.WritePublication(folder, publication is [_, var url] ? Url(url, publication[0]) : null);
        File.WriteAllText(folder.Federation, FederationFile.Options(folder, urls, parsed.GetValue(Guide)!).ToJson());
        Console.WriteLine($"{names.Length} node configurations and publication.json, four keys and federation.json in {Path.GetDirectoryName(folder.Federation)}");
        return CommandLine.Done;
    }

    // A name becomes a file's name and a part of a URL.
    private static void CheckName(string name, string[] names)
    {
        if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0]) || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')))
        {
            throw new UsageException($"--nodes: a name holds letters, digits, '.', '_' and '-' only, not '{name}'.");
        }

        if (names.Count(other => other == name) > 1)
        {
            throw new UsageException($"--nodes: '{name}' is there twice.");
        }
    }

    private static Uri Url(string pattern, string name)
        => Uri.TryCreate(pattern.Replace("{0}", name, StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new UsageException($"--host-pattern or --nodes makes no http URL: '{pattern}'. An example: https://{{0}}.example/fhir");
}
