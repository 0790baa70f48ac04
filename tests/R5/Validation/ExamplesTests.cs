using System.Diagnostics;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Validation;

/// <summary>
/// The official examples, npm package hl7.fhir.r5.examples 5.0.0: the folder GENOMED_R5_EXAMPLES or
/// ~/.cache/genomed/hl7.fhir.r5.examples.
/// </summary>
public sealed class ExamplesTests
{
    [Fact]
    public void GivenTheOfficialExamples_WhenValidated_ThenNoneHasAnIssue()
    {
        var folder = Environment.GetEnvironmentVariable("GENOMED_R5_EXAMPLES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "genomed", "hl7.fhir.r5.examples");
        Assert.SkipUnless(Directory.Exists(folder), $"The examples package is not at {folder}; unpack npm's hl7.fhir.r5.examples 5.0.0 there.");

        var resources = Directory.EnumerateFiles(folder, "*-*.json", SearchOption.AllDirectories).Order().Select(file => (Name: Path.GetFileName(file), Resource: Resource.Parse(File.ReadAllBytes(file)))).ToList();
        var watch = Stopwatch.StartNew();
        var issues = resources.SelectMany(file => ResourceValidator.Validate(file.Resource).Select(issue => (file.Name, issue))).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{resources.Count} resources, {resources.Sum(file => (long)file.Resource.Json.Length)} bytes, {watch.ElapsedMilliseconds} ms");

        foreach (var (name, issue) in issues)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{name}\t{issue.Code}\t{issue.Expression}\t{issue.Diagnostics}");
        }

        Assert.NotEmpty(resources);
        Assert.Empty(issues);
    }
}
