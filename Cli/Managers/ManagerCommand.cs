using System.CommandLine;
using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Cli.Processes;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Comparisons;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Registry;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary><c>genomed manager</c>: trains across the nodes of a federation file and evaluates what came out.</summary>
internal static class ManagerCommand
{
    private static readonly Option<string> Config = new("--config") { Description = "The federation file (docs/configuration.md)", Required = true };
    private static readonly Option<string> Data = new("--data") { Description = "Folder of the manager's database and models", DefaultValueFactory = _ => "manager-data" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the results to this file" };
    private static readonly Option<bool> Events = new("--events") { Description = "One line of JSON for each event instead of bars and tables" };
    private static readonly Option<bool> StopWithParent = new("--stop-with-parent") { Hidden = true };

    public static Command Create()
    {
        var command = new Command("manager", """
            Trains one model across the nodes of a federation and compares it with central and local training.

            Example: genomed manager --config federation.json --data ./manager
            """)
        {
            Config, Data, JsonFile, Events, StopWithParent,
        };
        command.SetAction(CommandLine.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var stopping = ParentWatch.Link(parsed.GetValue(StopWithParent), cancellationToken);
        var options = ComparisonOptions.Load(parsed.GetValue(Config)!);
        var data = parsed.GetValue(Data)!;
        var run = new ManagerRun(options, data);
        var json = CatalogCheck.Generates(options.Model)
            ? (await ShownAsync(parsed, run.CompareGeneratorAsync, GeneratorTable.Write, stopping.Token)).ToJson()
            : (await ShownAsync(parsed, run.CompareAsync, ComparisonTable.Write, stopping.Token)).ToJson();
        if (parsed.GetValue(JsonFile) is { } file)
        {
            await File.WriteAllTextAsync(file, json, stopping.Token);
        }

        return CommandLine.Done;
    }

    private static async Task<T> ShownAsync<T>(
        ParseResult parsed, Func<IProgress<ComparisonEvent>, CancellationToken, Task<T>> compare, Action<T> write, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Events))
        {
            return await compare(new EventLines(), cancellationToken);
        }

        var result = await Progressing.RunAsync(bars => compare(new ComparisonView(bars), cancellationToken));
        write(result);
        return result;
    }
}
