using System.Diagnostics;

namespace GenoMed.Fhir.Cli.Processes;

/// <summary>A child of this program: its lines of output, and its end.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Process _process;
    private readonly Task<string> _errors;

    public ChildProcess(string name, params string[] arguments)
    {
        Name = name;
        _process = Process.Start(Genomed.Start(arguments))!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public string Name { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The next line of standard output, or null when the child has closed it.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
        => await _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>What it wrote to standard error; complete only after its end.</summary>
    public Task<string> ErrorsAsync() => _errors;

    /// <summary>Asks it to stop by closing its input; kills it when it does not within five seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
