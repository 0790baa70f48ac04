using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Conversion;

/// <summary>
/// The official R4 examples, npm package hl7.fhir.r4.examples 4.0.1: the folder GENOMED_R4_EXAMPLES or
/// ~/.cache/genomed/hl7.fhir.r4.examples.
/// </summary>
internal static class R4Examples
{
    /// <summary>Every example; the test is skipped where the package is not there.</summary>
    public static IEnumerable<(string Name, Resource Resource)> All()
    {
        var folder = Environment.GetEnvironmentVariable("GENOMED_R4_EXAMPLES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "genomed", "hl7.fhir.r4.examples");
        Assert.SkipUnless(Directory.Exists(folder), $"The examples package is not at {folder}; unpack npm's hl7.fhir.r4.examples 4.0.1 there.");
        return new DirectoryInfo(folder).EnumerateFiles("*-*.json", SearchOption.AllDirectories)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, Resource.Parse(File.ReadAllBytes(file.FullName))));
    }
}
