using System.CommandLine;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary><c>genomed keys</c>: clients, keys and configuration files for a federation.</summary>
internal static class KeysCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Folder to write to", Required = true };
    private static readonly Option<string> Nodes = new("--nodes") { Description = "Names, separated by commas; 'reference' is the node outside the federation", Required = true };
    private static readonly Option<string> Hosts = new("--host-pattern") { Description = "Base URL with {0} for the name", DefaultValueFactory = _ => "http://{0}:8080/fhir" };
    private static readonly Option<string> Guide = new("--guide") { Description = "The disease's guide", DefaultValueFactory = _ => "mds" };

    public static Command Create()
    {
        var command = new Command("keys", """
            Makes the clients 'integrator' and 'manager' with their keys, a configuration for each node, and the federation file.

            Example: genomed keys --out ./config --nodes a,b,c,reference --host-pattern https://{0}.example/fhir
            """)
        {
            Out, Nodes, Hosts, Guide,
        };
        command.SetAction(CommandLine.Guard((parsed, _) => Task.FromResult(Run(parsed))));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var names = parsed.GetValue(Nodes)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length < 3 || !names.Contains("reference"))
        {
            throw new UsageException("--nodes needs two hospitals or more, and 'reference'.");
        }

        foreach (var name in names)
        {
            CheckName(name, names);
        }

        var folder = new FederationFolder(parsed.GetValue(Out)!);
        var urls = names.ToDictionary(name => name, name => Url(parsed.GetValue(Hosts)!, name));
        ClientRegistration.Write(folder, names, urls);
        File.WriteAllText(folder.Federation, FederationFile.Options(folder, urls, parsed.GetValue(Guide)!).ToJson());
        Console.WriteLine($"{names.Length} node configurations, two keys and federation.json in {Path.GetDirectoryName(folder.Federation)}");
        return CommandLine.Done;
    }

    // A name becomes a file's name and a part of a URL.
    private static void CheckName(string name, string[] names)
    {
        if (!char.IsAsciiLetterOrDigit(name[0]) || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')))
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
            : throw new UsageException($"--host-pattern makes no http URL: '{pattern}'. An example: https://{{0}}.example/fhir");
}
