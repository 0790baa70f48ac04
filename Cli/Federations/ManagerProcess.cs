using GenoMed.Fhir.Cli.Processes;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>The manager as a process of its own: it reports one event a line.</summary>
internal static class ManagerProcess
{
    /// <exception cref="IOException">The manager ended without a result; the message is what it said.</exception>
    public static async Task<ComparisonResult> RunAsync(
        string config, string data, Action<ComparisonEvent> tell, CancellationToken cancellationToken)
    {
        await using var child = new ChildProcess("manager", "manager", "--config", config, "--data", data, "--events", "--stop-with-parent");
        ComparisonResult? result = null;
        while (await child.ReadLineAsync(cancellationToken) is { } line)
        {
            var told = ComparisonEvent.FromLine(line);
            result = told is ComparisonFinished finished ? finished.Result : result;
            tell(told);
        }

        return await child.WaitAsync(cancellationToken) == CommandLine.Done && result is not null
            ? result
            : throw new IOException((await child.ErrorsAsync()).Trim());
    }
}
