using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Cli.Processes;
using GenoMed.Fhir.Node;
using GenoMed.Fhir.Node.Options;

namespace GenoMed.Fhir.Cli.Nodes;

/// <summary><c>genomed node</c>: one hospital's FHIR server, in this process, until it is stopped.</summary>
internal static class NodeCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly Option<int?> Port = new("--port") { Description = "TCP port; 0 takes any free one (default 0)" };
    private static readonly Option<string?> Data = new("--data") { Description = "Folder of the database, key, log and audit trail (default ./node-data)" };
    private static readonly Option<string?> Name = new("--name") { Description = "The node's name (default: node)" };
    private static readonly Option<bool> Open = new("--open") { Description = "Answer without tokens; loopback only" };
    private static readonly Option<int?> MinimumPatients = new("--minimum-patients") { Description = "k: nothing that rests on fewer distinct patients leaves the node (default 10)" };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file of NodeOptions: clients, limits and the rest (docs/configuration.md)" };
    private static readonly Option<string?> Store = new("--store") { Description = "sqlite (default: a file in --data) or postgres (several node processes may share it)" };
    private static readonly Option<string?> Connection = new("--connection") { Description = "Connection string of the postgres store (default: the environment's GENOMED_STORE_CONNECTION)" };
    private static readonly Option<string?> Shared = new("--shared") { Description = "Folder of the key and the jobs' files, the same for all processes that share a store (default: --data)" };
    private static readonly Option<bool> Publication = new("--publication") { Description = "Show released synthetic data sets to anyone, read-only; fed by $import (genomed publish)" };
    private static readonly Option<bool> StopWithParent = new("--stop-with-parent") { Hidden = true };

    public static Command Create()
    {
        var command = new Command("node", """
            Runs a FHIR R5 node.

            Example: genomed node --port 8080 --data ./hospital-a --config hospital-a.json
            To try it with curl: genomed node --port 8080 --data ./try --open
            For people outside: genomed node --port 8090 --data ./published --publication --config publication.json
            On PostgreSQL: genomed node --port 8080 --store postgres --connection "Host=db;Database=genomed;Username=genomed"
            """)
        {
            Port, Data, Name, Open, Publication, MinimumPatients, Store, Connection, Shared, Config, StopWithParent,
        };
        command.SetAction(CommandLine.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var stopping = ParentWatch.Link(parsed.GetValue(StopWithParent), cancellationToken);
        await NodeHost.RunAsync(Options(parsed), stopping.Token);
        return CommandLine.Done;
    }

    // What the command line says goes before what the file says.
    private static NodeOptions Options(ParseResult parsed)
    {
        var file = parsed.GetValue(Config) is { } path ? Read(path) : new NodeOptions { DataDirectory = "node-data" };
        return file with
        {
            Port = parsed.GetValue(Port) ?? file.Port,
            DataDirectory = parsed.GetValue(Data) ?? file.DataDirectory,
            Name = parsed.GetValue(Name) ?? file.Name,
            Open = parsed.GetValue(Open) || file.Open,
            Publication = file.Publication ?? (parsed.GetValue(Publication) ? new PublicationOptions() : null),
            MinimumPatients = parsed.GetValue(MinimumPatients) ?? file.MinimumPatients,
            Store = file.Store with
            {
                Engine = parsed.GetValue(Store) ?? file.Store.Engine,
                ConnectionString = parsed.GetValue(Connection) ?? file.Store.ConnectionString,
                SharedDirectory = parsed.GetValue(Shared) ?? file.Store.SharedDirectory,
            },
        };
    }

    private static NodeOptions Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<NodeOptions>(File.ReadAllText(path), Json) ?? throw new UsageException($"{path}: the file holds null.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }
}
