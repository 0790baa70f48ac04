using System.Diagnostics;

namespace GenoMed.Fhir.Cli.Tests;

/// <summary>docs/http.md is run as it stands.</summary>
public sealed class DocsTests
{
    private const int ToolMissing = 3;

    [Fact]
    public async Task GivenTheHttpGuide_WhenItsBlocksAreRun_ThenEveryAnswerIsAsItSays()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "runs the demo and two nodes, 40 s on two idle cores: in CI, or with CI=true");
        var (exit, output) = await CheckAsync();
        Assert.SkipWhen(exit == ToolMissing, output);
        Assert.True(exit == 0, output);
    }

    private static async Task<(int Exit, string Output)> CheckAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the blocks are bash");
        var start = new ProcessStartInfo("bash", ["-c", $"exec eng/check-docs.sh '{AppContext.BaseDirectory}genomed' 2>&1"])
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
        };
        using var check = Process.Start(start)!;
        var output = await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (check.ExitCode, output);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "GenoMed.Fhir.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
