namespace GenoMed.Fhir.Cli.Tests;

/// <summary>Wrong usage as people do it: a plain message, never a stack trace, and nothing started.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("--nodes", "a,a,reference", "'a' is there twice")]
    [InlineData("--nodes", "a/../..,b,reference", "a/../..")]
    [InlineData("--nodes", "a,b,reference", "no http URL", "--host-pattern", "foo")]
    public async Task GivenABadFederation_WhenKeysAreAsked_ThenItSaysWhich(string option, string value, string message, params string[] more)
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync(2, message, ["keys", "--out", folder["keys"], option, value, .. more]);
        Assert.False(Directory.Exists(folder["keys"]));
    }

    [Theory]
    [InlineData("--model", "oracle", "deepsurv")]
    [InlineData("--model", "bayes", "vae-bgm, ctgan, bayesian-network")]
    [InlineData("--strategy", "vote", "fedavg")]
    public async Task GivenAnUnknownName_WhenTheDemoIsAsked_ThenItListsWhatThereIsBeforeAnythingStarts(string option, string value, string known)
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync(2, known, "demo", "--out", folder["out"], option, value);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("no analysis with an outcome", "--guide", "scd", "--model", "vae-bgm")]
    [InlineData("its strategy is 'sum', not 'fedavg'", "--model", "bn", "--strategy", "fedavg")]
    [InlineData("needs a generator", "--model", "savae", "--strategy", "syntheticsharing")]
    [InlineData("--repeat", "--model", "ctgan", "--repeat", "3")]
    public async Task GivenAGeneratorThatCannotBeCompared_WhenTheDemoIsAsked_ThenItSaysWhyBeforeAnythingStarts(string reason, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync(2, reason, ["demo", "--out", folder["out"], .. arguments]);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"dataDirectory":"x","limits":null}""")]
    [InlineData("""{"dataDirectory":"x","port":"many"}""")]
    [InlineData("{")]
    public async Task GivenABadConfiguration_WhenANodeIsStarted_ThenTheFileIsNamed(string json)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["node.json"], json, TestContext.Current.CancellationToken);
        await RefusedAsync(2, "node.json", "node", "--config", folder["node.json"], "--data", folder["data"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"guide":"mds","client":null,"nodes":[],"reference":null}""")]
    [InlineData("""{"guide":"mds","client":{"id":"m","key":"k"},"nodes":[null,null],"reference":{"name":"r","url":"http://r"}}""")]
    [InlineData("""{"guide":"mds","client":{"id":"m","key":"k"},"nodes":[{"name":"a","url":"http://a"},{"name":"a","url":"http://b"}],"reference":{"name":"r","url":"http://r"}}""")]
    [InlineData("""{"guide":"mds","model":"oracle","client":{"id":"m","key":"k"},"nodes":[{"name":"a","url":"http://a"},{"name":"b","url":"http://b"}],"reference":{"name":"r","url":"http://r"}}""")]
    public async Task GivenABadFederationFile_WhenTheManagerIsStarted_ThenTheFileIsNamed(string json)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["federation.json"], json, TestContext.Current.CancellationToken);
        await RefusedAsync(1, "federation.json", "manager", "--config", folder["federation.json"], "--data", folder["data"]);
    }

    [Fact]
    public async Task GivenACohortThatIsNoId_WhenLoaded_ThenItIsRefusedBeforeTheLoad()
        => await RefusedAsync(2, "--cohort", "etl", "run", "--file", "x.csv", "--to", "http://127.0.0.1:1/fhir", "--cohort", "a b");

    [Fact]
    public async Task GivenAWrongOption_WhenRun_ThenTheHelpOfThatCommandIsNamed()
        => await RefusedAsync(2, "genomed etl run --help", "etl", "run", "--fiel", "x.csv");

    private static async Task RefusedAsync(int expected, string message, params string[] arguments)
    {
        var (exit, output, errors) = await Genomed.RunAsync(arguments);
        Assert.True(exit == expected, $"exit {exit}: {output}{errors}");
        Assert.Contains(message, errors);
        Assert.DoesNotContain("   at ", errors);
    }
}
