using GenoMed.Fhir.Cli.Processes;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>The manager as a process of its own: it reports one event a line.</summary>
internal static class ManagerProcess
{
    /// <exception cref="IOException">The manager ended without a result; the message is what it said.</exception>
    public static async Task<T> RunAsync<T>(
        string config, string data, Action<ComparisonEvent> tell, Func<ComparisonEvent, T?> resultOf, CancellationToken cancellationToken)
        where T : class
    {
        await using var child = new ChildProcess("manager", "manager", "--config", config, "--data", data, "--events", "--stop-with-parent");
        T? result = null;
        while (await child.ReadLineAsync(cancellationToken) is { } line)
        {
            var told = ComparisonEvent.FromLine(line);
            result = resultOf(told) ?? result;
            tell(told);
        }

        return await child.WaitAsync(cancellationToken) == CommandLine.Done && result is not null
            ? result
            : throw new IOException((await child.ErrorsAsync()).Trim());
    }
}
