using System.Diagnostics;

namespace GenoMed.Fhir.Cli.Tests;

/// <summary>Runs the real program as a process.</summary>
internal sealed class Genomed : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Genomed(string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "genomed.exe" : "genomed"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static Genomed Start(params string[] arguments) => new(arguments);

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var genomed = new Genomed(arguments);
        var output = await genomed._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await genomed._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (genomed._process.ExitCode, output, await genomed._errors);
    }

    /// <summary>Reads lines until one holds the text; gives it.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without saying '{text}': {await _errors}");
    }

    public async Task<(int Exit, string Output, string Errors)> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, output, await _errors);
    }

    /// <summary>kill -9: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
