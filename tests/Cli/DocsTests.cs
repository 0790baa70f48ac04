using System.Diagnostics;

namespace GenoMed.Fhir.Cli.Tests;

/// <summary>docs/http.md and docs/synthetic.md are run as they stand.</summary>
public sealed class DocsTests
{
    private const int ToolMissing = 3;

    [Theory]
    [InlineData("docs/http.md")]
    [InlineData("docs/synthetic.md")]
    public async Task GivenAGuide_WhenItsBlocksAreRun_ThenEveryAnswerIsAsItSays(string page)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "runs trainings and several nodes, a minute on two idle cores: in CI, or with CI=true");
        var (exit, output) = await CheckAsync(page);
        Assert.SkipWhen(exit == ToolMissing, output);
        Assert.True(exit == 0, output);
    }

    private static async Task<(int Exit, string Output)> CheckAsync(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the blocks are bash");
        var start = new ProcessStartInfo("bash", ["-c", $"exec eng/check-docs.sh '{AppContext.BaseDirectory}genomed' {page} 2>&1"])
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
