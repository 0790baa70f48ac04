using Spectre.Console;

namespace GenoMed.Fhir.Cli.Output;

/// <summary>Runs work with progress shown as the output can take it.</summary>
internal static class Progressing
{
    public static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static Task<T> RunAsync<T>(Func<IBars, Task<T>> work)
        => IsTerminal
            ? AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(context => work(new TerminalBars(context)))
            : work(new PlainBars());
}
