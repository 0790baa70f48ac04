using System.Diagnostics;
using System.Runtime.CompilerServices;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Clients;

/// <summary>A node with tokens, driven by the npm package fhir-kit-client in a process of its own (<c>verbs.mjs</c>).</summary>
public sealed class FhirKitClientTests
{
    private static readonly string[] Verbs =
    [
        "capabilityStatement", "smartAuthMetadata", "create", "read", "update", "vread", "patch", "transaction", "batch", "search", "resourceSearch",
        "nextPage", "systemSearch", "compartmentSearch", "resolve", "operation", "request", "delete", "resourceHistory", "typeHistory", "systemHistory", "history",
    ];

    [Fact]
    public async Task GivenANodeWithTokens_WhenFhirKitClientUsesEachOfItsVerbs_ThenAllWork()
    {
        var modules = Path.Combine(Cache(), "clients", "node_modules");
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "fhir-kit-client")), "fhir-kit-client is not installed; eng/test-prerequisites.sh does it with npm.");
        var integrator = new TestClient("integrator", "system/*.cruds");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [integrator.Registration] });
        var token = (await integrator.TokenAsync(node)).Value["Bearer ".Length..];

        var (status, output, errors) = await RunAsync(Script(), modules, node.Base.TrimEnd('/'), token);

        Assert.True(status == 0, errors);
        Assert.Equal(Verbs, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(int Status, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    private static string Cache() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "genomed");

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "verbs.mjs");
}
