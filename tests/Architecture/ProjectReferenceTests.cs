using System.Xml.Linq;

namespace GenoMed.Fhir.Architecture.Tests;

/// <summary>Reads the project files: who may reference whom, and nobody else.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Compute.Torch"] = [],
        ["R5"] = [],
        ["Compute.Models"] = ["Compute.Torch"],
        ["Compute.Federation"] = ["Compute.Torch", "Compute.Models"],
        ["Store"] = ["R5"],
        ["Guides"] = ["R5", "Compute.Models"],
        ["Operations.Contracts"] = ["R5", "Compute.Federation"],
        ["Operations"] = ["Operations.Contracts", "R5", "Store", "Guides", "Compute.Models", "Compute.Federation"],
        ["Node"] = ["Operations", "Operations.Contracts", "R5", "Store", "Guides", "Compute.Models", "Compute.Federation"],
        ["Manager"] = ["Operations.Contracts", "R5", "Guides", "Compute.Federation", "Compute.Models"],
        ["Cli"] = ["Node", "Manager", "Guides", "Compute.Models"],
    };

    public static TheoryData<string> Projects => [.. Sources().Select(ShortName)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void GivenAProject_WhenItReferencesAnother_ThenTheDesignAllowsIt(string project)
    {
        var references = XDocument.Load(Sources().Single(file => ShortName(file) == project))
            .Descendants("ProjectReference")
            .Select(reference => ShortName(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.True(Allowed.ContainsKey(project), $"{project} is not in the design's table of references");
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void GivenTheTable_WhenAProjectIsGone_ThenItsLineGoesToo()
        => Assert.Equal(Allowed.Keys.Order(), Sources().Select(ShortName).Order());

    [Fact]
    public void GivenTheSolution_WhenBuilt_ThenTransitiveProjectReferencesAreOff()
        => Assert.Equal("true", XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Descendants("DisableTransitiveProjectReferences").Single().Value);

    [Fact]
    public void GivenAllProjects_WhenTheyNeedPackages_ThenVersionsStandInOnePlace()
        => Assert.DoesNotContain(
            Repository.Files("*.csproj").SelectMany(file => XDocument.Load(file).Descendants("PackageReference")),
            package => package.Attribute("Version") is not null);

    private static IEnumerable<string> Sources()
        => Repository.Files("*.csproj").Where(file => !Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal)
            && !Repository.Relative(file).StartsWith("benchmarks/", StringComparison.Ordinal)
            && !Repository.Relative(file).StartsWith("eng/", StringComparison.Ordinal));

    private static string ShortName(string file)
        => Path.GetFileNameWithoutExtension(file).Replace("GenoMed.Fhir.", "", StringComparison.Ordinal);
}
