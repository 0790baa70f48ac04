using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;

namespace GenoMed.Fhir.R5.Tests.Patching;

/// <summary>The JSON Patch cases of FHIR's test cases (those of RFC 6902, appendix A), all of them; none is excluded.</summary>
public sealed class OfficialJsonPatchTests
{
    [Fact]
    public void GivenTheOfficialCases_WhenApplied_ThenAllGiveWhatIsExpected()
    {
        var cases = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Suites.Folder("patch"), "json-patch-tests.json")))!.AsArray();
        var failures = cases.Select(test => Failure(test!.AsObject())).OfType<string>().ToList();
        SuiteResults.Write("json-patch", cases.Count - failures.Count, cases.Count);
        Assert.Equal(16, cases.Count);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static string? Failure(JsonObject test)
    {
        try
        {
            var patched = JsonPatch.Parse(System.Text.Encoding.UTF8.GetBytes(test["patch"]!.ToJsonString())).Apply(test["doc"]!.DeepClone());
            return !test.ContainsKey("expected") ? $"{test["comment"]}: no error"
                : JsonNode.DeepEquals(test["expected"], patched) ? null
                : $"{test["comment"]}: got {patched}";
        }
        catch (OperationProblem problem)
        {
            return test.ContainsKey("error") ? null : $"{test["comment"]}: {problem.Message}";
        }
    }
}
