using System.Text.Json;

namespace GenoMed.Fhir.Guides.Tests.Fsh;

/// <summary>What the compiled profiles say of mCODE and Genomics Reporting, held against the packages of both.</summary>
public sealed class MappingTests
{
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["http://hl7.org/fhir/us/mcode/StructureDefinition/"] = "hl7.fhir.us.mcode",
        ["http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/"] = "hl7.fhir.uv.genomics-reporting",
    };

    public static TheoryData<string> Folders => [.. GuideCatalog.Default.Names, "_common"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void GivenAMappedElement_WhenLookedUpInTheOtherSpecification_ThenItIsThere(string folder)
    {
        foreach (var (file, target, elements) in Mappings(folder))
        {
            var prefix = Packages.Keys.First(known => target.StartsWith(known, StringComparison.Ordinal));
            var (snapshot, differential) = OfficialPackage.Elements(Packages[prefix], target[prefix.Length..]);

            Assert.All(elements, element => Assert.True(snapshot.Contains(element), $"{file}: {target} has no {element}"));
            Assert.Contains(elements, element => element.Contains('.') && differential.Contains(element));
        }
    }

    [Theory]
    [InlineData("mds", new[] { "primary-cancer-condition", "genomic-variant", "genomic-region-studied", "cancer-related-medication-administration", "cancer-risk-assessment", "cancer-disease-status" })]
    [InlineData("aml", new[] { "primary-cancer-condition", "genomic-variant", "tumor-marker-test", "cancer-risk-assessment" })]
    [InlineData("cmml", new[] { "primary-cancer-condition", "genomic-variant", "tumor-marker-test", "cancer-risk-assessment" })]
    [InlineData("mm", new[] { "primary-cancer-condition", "genomic-variant", "tumor-marker-test", "cancer-stage", "cancer-related-medication-administration" })]
    [InlineData("_common", new[] { "cancer-patient", "patient-group" })]
    public void GivenAnOncologyGuide_WhenItsProfilesAreRead_ThenTheySayWhatMcodeCallsTheirResources(string folder, string[] expected)
    {
        var targets = Mappings(folder).Select(mapping => mapping.Target).ToHashSet();
        Assert.All(expected, name => Assert.Contains($"http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-{name}", targets));
    }

    [Fact]
    public void GivenSickleCellDisease_WhenItsProfilesAreRead_ThenNothingSaysThatItIsACancer() => Assert.Empty(Mappings("scd"));

    private static IEnumerable<(string File, string Target, string[] Elements)> Mappings(string folder)
    {
        var profiles = Path.Combine(Path.GetDirectoryName(GuideCatalog.Default.Find("mds").Folder)!, folder, "profiles");
        foreach (var file in Directory.GetFiles(profiles, "StructureDefinition-*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            // What the base resource is mapped to (v2, SNOMED CT and so on) is FHIR's own.
            var mappings = json.RootElement.TryGetProperty("mapping", out var all) ? all.EnumerateArray().ToArray() : [];
            foreach (var mapping in mappings.Where(mapping => Packages.Keys.Any(mapping.GetProperty("uri").GetString()!.StartsWith)))
            {
                var identity = mapping.GetProperty("identity").GetString();
                yield return (Path.GetFileName(file), mapping.GetProperty("uri").GetString()!, [.. Elements(json.RootElement, identity!)]);
            }
        }
    }

    private static IEnumerable<string> Elements(JsonElement profile, string identity)
        => profile.GetProperty("differential").GetProperty("element").EnumerateArray()
            .SelectMany(element => element.TryGetProperty("mapping", out var maps) ? maps.EnumerateArray() : [])
            .Where(map => map.GetProperty("identity").ValueEquals(identity)).Select(map => map.GetProperty("map").GetString()!);
}
