using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Tests;

namespace GenoMed.Fhir.Node.Tests.Bulk;

/// <summary>The whole package hl7.fhir.r5.examples goes through <c>$import</c> and comes back.</summary>
public sealed class OfficialExamplesImportTests
{
    [Fact]
    public async Task GivenTheExamplesPackage_WhenImported_ThenEveryExampleIsAcceptedReadBackEqualAndFound()
    {
        var examples = OfficialExamples.All().ToList();
        await using var node = await TestNode.StartAsync(options => options with { Validation = ValidationPolicy.Warn });
        var lines = string.Join('\n', examples.Select(example => JsonSerializer.Serialize(example.Resource.Element)));

        var manifest = await node.RunAsync("POST", "$import", lines, "application/fhir+ndjson");
        var refused = await node.LinesAsync(manifest, "error");
        await ReportAsync(node, manifest, examples.Count);
        var failures = refused.Select(error => error.ToString()).ToList();
        var found = await FoundAsync(node, examples.Select(example => example.Resource));
        foreach (var (name, resource) in examples)
        {
            if (await FaultAsync(node, resource, found) is { } fault)
            {
                failures.Add($"{name}: {fault}");
            }
        }

        SuiteResults.Write("r5-examples", examples.Count - failures.Count, examples.Count);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static async Task<string?> FaultAsync(TestNode node, Resource example, HashSet<string> found)
    {
        var path = $"{example.ResourceType}/{example.Id}";
        var read = await node.GetAsync(path);
        if (read.Status != HttpStatusCode.OK)
        {
            return $"{(int)read.Status} {read.Text}";
        }

        return !IsSame(example.Element, read.Json) ? "is read back otherwise"
            : !found.Contains(path) ? "is not found by its id"
            : null;
    }

    private static async Task<HashSet<string>> FoundAsync(TestNode node, IEnumerable<Resource> examples)
    {
        var found = new HashSet<string>();
        foreach (var batch in examples.GroupBy(example => example.ResourceType).SelectMany(group => group.Chunk(50)))
        {
            var page = (await node.GetAsync($"{batch[0].ResourceType}?_id={string.Join(',', batch.Select(example => example.Id))}&_count=50")).ShouldBe(HttpStatusCode.OK).Json;
            found.UnionWith(page.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")).Ids());
        }

        return found;
    }

    // What the server owns may differ; the order of properties is free.
    private static bool IsSame(JsonElement sent, JsonElement read) => JsonElement.DeepEquals(Plain(sent), Plain(read));

    private static JsonElement Plain(JsonElement resource)
    {
        var node = System.Text.Json.Nodes.JsonObject.Create(resource)!;
        var meta = node["meta"]?.AsObject();
        meta?.Remove("versionId");
        meta?.Remove("lastUpdated");
        if (meta is { Count: 0 })
        {
            node.Remove("meta");
        }

        return JsonSerializer.SerializeToElement(node);
    }

    private static async Task ReportAsync(TestNode node, JsonElement manifest, int total)
    {
        var remarks = await node.LinesAsync(manifest, type: "OperationOutcome");
        var withErrors = remarks.Count(remark => remark.GetProperty("issue").EnumerateArray().Any(issue => issue.GetProperty("severity").GetString() == "error"));
        var report = new StringBuilder($"{total} examples, {remarks.Count} with an issue, {withErrors} of them with an error\n\n| examples | severity | why |\n|---|---|---|\n");
        var reasons = remarks.SelectMany(remark => remark.GetProperty("issue").EnumerateArray().Select(Reason).Distinct()).CountBy(reason => reason);
        foreach (var (reason, count) in reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            report.Append(CultureInfo.InvariantCulture, $"| {count} | {reason.Severity} | {reason.Text.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        if (Environment.GetEnvironmentVariable("GENOMED_WRITE_RESULTS") == "1")
        {
            var page = "# The official R5 examples through $import\n\nWritten by `tests/Node/Bulk/OfficialExamplesImportTests.cs` with `GENOMED_WRITE_RESULTS=1`: what validation says of the package\n`hl7.fhir.r5.examples` 5.0.0 under the policy that warns. All are stored, read back and found by id.\n\n";
            await File.WriteAllTextAsync(Path.Combine(Suites.Root, "docs", "results", "r5-examples.md"), page + report);
        }
    }

    // The rule, or what is wrong with the element; the places in lists do not matter.
    private static (string Severity, string Text) Reason(JsonElement issue)
    {
        var diagnostics = issue.GetProperty("diagnostics").GetString()!;
        var text = diagnostics[(diagnostics.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        var at = issue.TryGetProperty("expression", out var expression) ? Regex.Replace(expression[0].GetString()!, @"\[\d+\]", string.Empty) : string.Empty;
        return (issue.GetProperty("severity").GetString()!, Regex.IsMatch(text, "^[a-z]{2,4}-[0-9]+: ") ? text : $"{at}: {text}");
    }
}
