using System.CommandLine;
using GenoMed.Fhir.Manager;
using Spectre.Console;

namespace GenoMed.Fhir.Cli;

/// <summary>Reads the arguments and runs the command. Exit codes: 0 done, 1 not done, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        // A pipe has no width; 100 columns fit a log and a page.
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 100;
        }

        var root = new RootCommand("genomed: FHIR R5 nodes with federated learning, and the manager that trains across them.");
        foreach (var command in CommandCatalog.All)
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine($"Try 'genomed {string.Concat(Path(parsed).Reverse())}--help'.");
            return WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
    }

    /// <summary>Wraps a command's work so that expected failures become a message and an exit code, never a stack trace.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Guard(Func<ParseResult, CancellationToken, Task<int>> work)
        => async (parsed, cancellationToken) =>
        {
            try
            {
                return await work(parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Console.Error.WriteLine("Stopped.");
                return Failed;
            }
            catch (UsageException e)
            {
                Console.Error.WriteLine(e.Message);
                return WrongUsage;
            }
            catch (Exception e) when (Failure.Describe(e) is not null)
            {
                Console.Error.WriteLine(Failure.Describe(e));
                return Failed;
            }
        };

    private static IEnumerable<string> Path(ParseResult parsed)
    {
        for (var result = parsed.CommandResult; result?.Command is not (null or RootCommand); result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            yield return result.Command.Name + " ";
        }
    }
}
