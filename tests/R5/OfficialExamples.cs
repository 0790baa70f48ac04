using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests;

/// <summary>
/// The official examples, npm package hl7.fhir.r5.examples 5.0.0: the folder GENOMED_R5_EXAMPLES or
/// ~/.cache/genomed/hl7.fhir.r5.examples.
/// </summary>
internal static class OfficialExamples
{
    /// <summary>Every example of at most so many bytes; the test is skipped where the package is not there.</summary>
    public static IEnumerable<(string Name, Resource Resource)> All(int largest = int.MaxValue)
    {
        var folder = Environment.GetEnvironmentVariable("GENOMED_R5_EXAMPLES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "genomed", "hl7.fhir.r5.examples");
        Assert.SkipUnless(Directory.Exists(folder), $"The examples package is not at {folder}; unpack npm's hl7.fhir.r5.examples 5.0.0 there.");
        return new DirectoryInfo(folder).EnumerateFiles("*-*.json", SearchOption.AllDirectories)
            .Where(file => file.Length <= largest)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, Resource.Parse(File.ReadAllBytes(file.FullName))));
    }
}
