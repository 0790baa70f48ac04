using System.Diagnostics;

namespace GenoMed.Fhir.Cli.Processes;

/// <summary>Starts this same program again, as a process of its own.</summary>
internal static class Genomed
{
    /// <summary>
    /// The child's standard input is a pipe of this process: when this process ends, however it ends, the pipe
    /// closes and a child started with <c>--stop-with-parent</c> stops by itself.
    /// </summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = Environment.ProcessPath!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Genomed).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
