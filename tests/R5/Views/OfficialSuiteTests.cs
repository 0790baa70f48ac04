using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.R5.Tests.Views;

public sealed class OfficialSuiteTests
{
    [Fact]
    public void GivenOfficialSuite_WhenViewsRun_ThenEveryCasePasses()
    {
        var folder = Path.Combine(Suites.Folder("sql-on-fhir"), "tests");
        var results = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(RunFile).ToList();
        var failures = results.Where(result => result.Failure is not null).ToList();
        SuiteResults.Write("sql-on-fhir", results.Count - failures.Count, results.Count);

        Assert.Equal(134, results.Count);
        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(result => $"{result.Title}: {result.Failure}")));
    }

    private static IEnumerable<(string Title, string? Failure)> RunFile(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        var resources = root.GetProperty("resources").EnumerateArray().Select(Resource.FromElement).ToList();
        return root.GetProperty("tests").EnumerateArray()
            .Select(test => ($"{Path.GetFileName(file)} {test.GetProperty("title").GetString()}", Run(test, resources)));
    }

    private static string? Run(JsonElement test, List<Resource> resources)
    {
        var expectsError = test.TryGetProperty("expectError", out _);
        try
        {
            var view = ViewDefinition.Parse(test.GetProperty("view"));
            var rows = new ViewRunner(view).Run(resources).ToList();
            return expectsError ? "an error is expected" : ViewComparison.Difference(test, view, rows);
        }
        catch (OperationProblem problem)
        {
            return expectsError ? null : problem.Message;
        }
    }
}
