using System.Text.Json;

namespace GenoMed.Fhir.Guides.Tests;

/// <summary>A specification's npm package in ~/.cache/genomed, where eng/test-prerequisites.sh unpacks it.</summary>
internal static class OfficialPackage
{
    /// <summary>The ids of a profile's elements, as its snapshot and as its differential have them.</summary>
    public static (IReadOnlySet<string> Snapshot, IReadOnlySet<string> Differential) Elements(string package, string profile)
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "genomed", package, "package");
        Assert.SkipUnless(Directory.Exists(folder), $"The package is not at {folder}; unpack npm's {package} there (eng/test-prerequisites.sh does).");
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"StructureDefinition-{profile}.json")));
        return (Ids(json.RootElement, "snapshot"), Ids(json.RootElement, "differential"));
    }

    private static HashSet<string> Ids(JsonElement profile, string view)
        => [.. profile.GetProperty(view).GetProperty("element").EnumerateArray().Select(element => element.GetProperty("id").GetString()!)];
}
