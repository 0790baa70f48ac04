using System.Diagnostics;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Validation;

public sealed class ExamplesTests
{
    [Fact]
    public void GivenTheOfficialExamples_WhenValidated_ThenNoneHasAnIssue()
    {
        var resources = OfficialExamples.All().ToList();
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
