using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GenoMed.Fhir.Cli.Tests.Demo;

/// <summary>The demo as a user runs it: real processes, real HTTP, small so that it is quick.</summary>
public sealed partial class DemoCommandTests
{
    private static readonly string[] Small = ["--patients", "500", "--rounds", "4"];

    [Fact]
    public async Task GivenASeed_WhenRunTwice_ThenTheSameWeightsAndNothingIsLeftRunning()
    {
        using var folder = new TemporaryFolder();
        var first = await Genomed.RunAsync(["demo", .. Small, "--seed", "7", "--out", folder["a"], "--json", folder["a.json"]]);
        var second = await Genomed.RunAsync(["demo", .. Small, "--seed", "7", "--out", folder["b"], "--json", folder["b.json"]]);

        Assert.True(first.Exit == 0, first.Errors + first.Output);
        Assert.True(second.Exit == 0, second.Errors + second.Output);
        using var a = Read(folder["a.json"]);
        using var b = Read(folder["b.json"]);
        Assert.Matches("^[0-9a-f]{64}$", a.RootElement.GetProperty("weights_sha256").GetString());
        Assert.Equal(a.RootElement.GetProperty("weights_sha256").GetString(), b.RootElement.GetProperty("weights_sha256").GetString());
        Assert.Equal(a.RootElement.GetProperty("federated").GetProperty("c_index").GetDouble(), b.RootElement.GetProperty("federated").GetProperty("c_index").GetDouble());
        Assert.All(ProcessIds(first.Output).Concat(ProcessIds(second.Output)), id => Assert.False(IsRunning(id)));
    }

    [Fact]
    public async Task GivenTheResult_WhenReadByAScript_ThenEveryFigureIsThere()
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync(["demo", "--patients", "800", "--rounds", "4", "--nodes", "5", "--out", folder["out"], "--json", folder["r.json"]]);

        Assert.True(demo.Exit == 0, demo.Errors + demo.Output);
        using var result = Read(folder["r.json"]);
        var root = result.RootElement;
        Assert.All(
            [root.GetProperty("centralised"), root.GetProperty("federated"), root.GetProperty("isolated").GetProperty("biggest"), root.GetProperty("isolated").GetProperty("smallest"), root.GetProperty("ipssm"), .. root.GetProperty("federated").GetProperty("nodes").EnumerateArray()],
            score =>
            {
                var c = score.GetProperty("c_index").GetDouble();
                Assert.InRange(c, score.GetProperty("ci")[0].GetDouble(), score.GetProperty("ci")[1].GetDouble());
            });
        Assert.Equal(5, root.GetProperty("federated").GetProperty("nodes").GetArrayLength());
        Assert.Equal(4, root.GetProperty("rounds").GetInt32());
        Assert.InRange(root.GetProperty("seconds").GetDouble(), 0.1, 600);
        Assert.True(File.Exists(root.GetProperty("model").GetString()), "the model file is where the result says");

        var runs = await Genomed.RunAsync("runs", "show", root.GetProperty("run").GetString()!, "--data", Path.Combine(folder["out"], "manager"));
        Assert.True(runs.Exit == 0, runs.Errors);
        Assert.Contains(root.GetProperty("weights_sha256").GetString()!, runs.Output);
    }

    [Fact]
    public async Task GivenAnotherModelAndStrategyInTheWorstCase_WhenRun_ThenItSaysSoAndAllFiveHospitalsTakePart()
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync(
            "demo", "--patients", "800", "--rounds", "2", "--nodes", "5", "--model", "savae", "--strategy", "featurewise", "--scenario", "worst", "--out", folder["out"], "--json", folder["r.json"]);

        Assert.True(demo.Exit == 0, demo.Errors + demo.Output);
        Assert.Contains("Model savae, strategy featurewise, worst case", demo.Output);
        using var result = Read(folder["r.json"]);
        Assert.Empty(result.RootElement.GetProperty("failures").EnumerateArray());
        Assert.Equal(5, result.RootElement.GetProperty("patients").GetArrayLength());
    }

    [Fact]
    public async Task GivenANodeThatDiesInARound_WhenEnoughRemain_ThenTheDemoSaysWhichAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        using var demo = Genomed.Start("demo", "--patients", "500", "--rounds", "120", "--seed", "3", "--out", folder["out"], "--json", folder["r.json"]);
        var n3 = ProcessIds(await demo.WaitForAsync("  n3 ")).Single();
        await demo.WaitForAsync("train federated");
        Process.GetProcessById(n3).Kill();

        var (exit, output, errors) = await demo.EndAsync();
        Assert.True(exit == 0, errors + output);
        Assert.Contains("node n3 left out of round", output);
        using var result = Read(folder["r.json"]);
        Assert.Equal(120, result.RootElement.GetProperty("rounds").GetInt32());
        Assert.Contains(result.RootElement.GetProperty("failures").EnumerateArray(), failure => failure.GetProperty("name").GetString() == "n3");
    }

    [Fact]
    public async Task GivenAKilledDemo_WhenItIsGone_ThenItsNodesStopToo()
    {
        using var folder = new TemporaryFolder();
        using var demo = Genomed.Start(["demo", .. Small, "--out", folder["out"]]);
        var node = ProcessIds(await demo.WaitForAsync("  n1 ")).Single();
        await demo.KillAsync();

        for (var i = 0; i < 100 && IsRunning(node); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.False(IsRunning(node), "the node outlived the demo");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task GivenCtrlC_WhenTheDemoIsUnderWay_ThenItStopsAllAndSaysSo(string signal)
    {
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "this process was started with SIGINT ignored, and its children inherit that");
        using var folder = new TemporaryFolder();
        using var demo = Genomed.Start(["demo", .. Small, "--out", folder["out"]]);
        var node = ProcessIds(await demo.WaitForAsync("  n1 ")).Single();
        Signal(signal, demo.Id);

        var (exit, _, errors) = await demo.EndAsync();
        Assert.Equal(1, exit);
        Assert.Contains("Stopped", errors);
        Assert.False(IsRunning(node), "the node outlived the demo");
    }

    [Fact]
    public async Task GivenANodeThatHangs_WhenTheRoundsDeadlinePasses_ThenItIsLeftOutAsLate()
    {
        using var folder = new TemporaryFolder();
        using var demo = Genomed.Start("demo", "--patients", "500", "--rounds", "120", "--round-deadline", "8", "--out", folder["out"], "--json", folder["r.json"]);
        var n3 = ProcessIds(await demo.WaitForAsync("  n3 ")).Single();
        await demo.WaitForAsync("train federated");
        Signal("STOP", n3);

        var line = await demo.WaitForAsync("left out of round");
        Signal("CONT", n3);
        var (exit, output, errors) = await demo.EndAsync();
        Assert.True(exit == 0, errors + output);
        Assert.Contains("n3", line);
        Assert.Contains("late", line);
    }

    [Theory]
    [InlineData("--nodes", "4")]
    [InlineData("--patients", "7")]
    [InlineData("--rounds", "0")]
    [InlineData("--colour", "red")]
    [InlineData("--seed", "seven")]
    public async Task GivenWrongUsage_WhenRun_ThenExitCodeTwoAndTheOptionIsNamed(string option, string value)
    {
        var (exit, _, errors) = await Genomed.RunAsync("demo", option, value);
        Assert.Equal(2, exit);
        Assert.Contains(option, errors);
    }

    [Fact]
    public async Task GivenACohortWithFaults_WhenGivenAsData_ThenEachIsNamedAndNothingStarts()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["cohort.csv"], "ID,SEX,AGE\nP1,M,old\n", TestContext.Current.CancellationToken);
        var (exit, _, errors) = await Genomed.RunAsync("demo", "--data", folder["cohort.csv"], "--out", folder["out"]);

        Assert.Equal(1, exit);
        Assert.Contains("cohort.csv", errors);
        Assert.Contains("OS_YEARS", errors);
        Assert.Contains("--skip-invalid", errors);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public async Task GivenAFolderOfTheUsers_WhenGivenAsOut_ThenItIsNotEmptied()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["seed-1"]);
        await File.WriteAllTextAsync(Path.Combine(folder["seed-1"], "thesis.txt"), "mine", TestContext.Current.CancellationToken);
        var (exit, _, errors) = await Genomed.RunAsync("demo", "--out", folder.Path);

        Assert.Equal(2, exit);
        Assert.Contains("--out", errors);
        Assert.True(File.Exists(Path.Combine(folder["seed-1"], "thesis.txt")));
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(file));

    private static IEnumerable<int> ProcessIds(string output)
        => ProcessId().Matches(output).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    // A shell without job control starts what it puts in the background this way.
    private static bool IsInterruptIgnored()
    {
        var ignored = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (Convert.ToUInt64(ignored, 16) & 0b10) != 0;
    }

    private static void Signal(string signal, int id)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        kill.WaitForExit();
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"process (\d+)")]
    private static partial Regex ProcessId();
}
