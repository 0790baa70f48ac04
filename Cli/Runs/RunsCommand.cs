using System.CommandLine;
using System.Text.Json;
using GenoMed.Fhir.Cli.Managers;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;

namespace GenoMed.Fhir.Cli.Runs;

/// <summary><c>genomed runs</c>: what the manager has trained.</summary>
internal static class RunsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Option<string> Data = new("--data") { Description = "The manager's folder", DefaultValueFactory = _ => Path.Combine("demo-run", "manager"), Recursive = true };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write it to this file", Recursive = true };
    private static readonly Argument<string> Id = new("ID") { Description = "A run's id, as 'genomed runs' lists it" };

    public static Command Create()
    {
        var show = new Command("show", """
            Shows one run: its plan, data sets, rounds, evaluations and who was left out.

            Example: genomed runs show 20261125-171421-demo-1
            """)
        {
            Id,
        };
        show.SetAction(CommandLine.Guard(ShowAsync));
        var command = new Command("runs", """
            Lists the runs of a manager, newest first.

            Example: genomed runs --data ./manager
            """)
        {
            Data, JsonFile, show,
        };
        command.SetAction(CommandLine.Guard(ListAsync));
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var runs = await (await QueryAsync(parsed, cancellationToken)).ListAsync(cancellationToken);
        RunTables.Write(runs);
        return await WriteJsonAsync(parsed, runs, cancellationToken);
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var run = await (await QueryAsync(parsed, cancellationToken)).ShowAsync(parsed.GetValue(Id)!, cancellationToken);
        RunTables.Write(run);
        return await WriteJsonAsync(parsed, run, cancellationToken);
    }

    private static async Task<RunsQuery> QueryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var data = parsed.GetValue(Data)!;
        return Directory.Exists(data)
            ? new RunsQuery(await RunStore.OpenAsync(ManagerFiles.Database(data), TimeProvider.System, cancellationToken))
            : throw new UsageException($"There is no manager's folder '{data}'; --data names it.");
    }

    private static async Task<int> WriteJsonAsync<T>(ParseResult parsed, T value, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(JsonFile) is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(value, Json), cancellationToken);
        }

        return CommandLine.Done;
    }
}
