using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Tests;

/// <summary>docs/results/suites.json: written only when GENOMED_WRITE_RESULTS=1, so that a test run leaves the tree clean.</summary>
internal static class SuiteResults
{
    private static readonly Lock Gate = new();

    public static void Write(string suite, int passed, int total)
    {
        if (Environment.GetEnvironmentVariable("GENOMED_WRITE_RESULTS") != "1")
        {
            return;
        }

        var file = Path.Combine(Suites.Root, "docs", "results", "suites.json");
        lock (Gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var results = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : [];
            results[suite] = new JsonObject { ["passed"] = passed, ["total"] = total };
            File.WriteAllText(file, results.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        }
    }
}
