using System.Diagnostics;
using GenoMed.Fhir.Guides.Fsh;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Tests.Fsh;

public sealed class GuideFshTests
{
    private static readonly string Guides = Path.Combine(RepositoryPaths.Root, "ImplementationGuides");

    public static TheoryData<string> Names => [.. new GuideCatalog(Guides).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenAGuide_WhenItsFshIsWritten_ThenItIsTheCommittedOne(string name)
    {
        var folder = Path.Combine(Guides, name);
        foreach (var (path, text) in GuideFsh.Files(Guide.Load(folder).Dictionary))
        {
            var file = Path.Combine(folder, path);
            Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{name}/{path} is stale; run eng/compile-guides.sh {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenAGuide_WhenItsFshNamesADefinition_ThenThatIsCompiled(string name)
    {
        var folder = Path.Combine(Guides, name);
        var defined = GuideFsh.Files(Guide.Load(folder).Dictionary).Where(file => !file.Key.EndsWith("mcode.fsh", StringComparison.Ordinal)).SelectMany(file => file.Value.Split('\n')).Where(line => line.StartsWith("Id: ", StringComparison.Ordinal)).Select(line => line[4..]).ToHashSet();
        var compiled = Directory.Exists(Path.Combine(folder, "profiles"))
            ? Directory.GetFiles(Path.Combine(folder, "profiles"), "*.json").Select(file => Resource.Parse(File.ReadAllBytes(file)).Id!).ToHashSet()
            : [];

        Assert.True(defined.SetEquals(compiled), $"{name}/profiles is stale; run eng/compile-guides.sh {name}");
    }

    // SUSHI itself: what it makes of the FSH is what is committed.
    [Fact]
    public async Task GivenTheFshOfAllGuides_WhenCompiled_ThenItGivesTheCommittedProfiles()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(RepositoryPaths.Root, "eng", "compile-guides.sh"), "--check"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.SkipWhen(process.ExitCode == 3, await output);
        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}
