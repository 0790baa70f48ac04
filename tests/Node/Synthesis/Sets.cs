using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Node.Tests.Bulk;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

namespace GenoMed.Fhir.Node.Tests.Synthesis;

/// <summary>Generates sets over HTTP and looks at them.</summary>
internal static class Sets
{
    public const string Json = "application/fhir+json";

    public static readonly string Tagged = "_tag=" + Uri.EscapeDataString($"{Synthetic.TagSystem}|{Synthetic.TagCode}");

    /// <summary>Every gate, passed.</summary>
    public static readonly (string, string)[] Passed = [.. PrivacyGates.Names.Select(name => ($"gate-{name}", "passed"))];

    public static async Task<Dictionary<string, string>> GenerateAsync(this TestNode node, GenerateSyntheticInput input, params (string, string)[] headers)
        => Values(await node.ResultAsync("$generate-synthetic", TrainedModel.Body(input), headers));

    /// <summary>The Parameters that a job answers with.</summary>
    public static async Task<JsonElement> ResultAsync(this TestNode node, string operation, string body, params (string, string)[] headers)
    {
        var bundle = await node.RunAsync("POST", operation, body, Json, headers);
        var entry = bundle.GetProperty("entry")[0];
        Assert.True(entry.GetProperty("response").GetProperty("status").GetString()!.StartsWith("200", StringComparison.Ordinal), bundle.GetRawText());
        return entry.GetProperty("resource");
    }

    public static Dictionary<string, string> Values(JsonElement parameters) => parameters.GetProperty("parameter").EnumerateArray()
        .Select(parameter => (Name: parameter.GetProperty("name").GetString()!, Value: parameter.EnumerateObject().FirstOrDefault(property => property.Name.StartsWith("value", StringComparison.Ordinal)).Value))
        .Where(pair => pair.Value.ValueKind != JsonValueKind.Undefined)
        .DistinctBy(pair => pair.Name)
        .ToDictionary(pair => pair.Name, pair => pair.Value.ValueKind == JsonValueKind.Object ? pair.Value.GetProperty("reference").GetString()! : pair.Value.ToString());

    public static async Task<int> CountAsync(this TestNode node, string type, string query = "")
        => (await node.GetAsync($"{type}?{Tagged}{query}&_summary=count")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("total").GetInt32();

    /// <summary>A SAFE report of the set, stored; each gate with its result.</summary>
    public static async Task<string> ReportAsync(this TestNode node, string sha256, string id = "safe-1", string status = "complete", params (string Gate, string Result)[] gates)
    {
        var groups = string.Join(',', gates.Select(gate => $$$"""{"linkId":"{{{gate.Gate}}}","code":{"coding":[{"system":"https://genomed-fhir.org/CodeSystem/safe","code":"{{{gate.Gate}}}"}]},"measureScoreCodeableConcept":{"coding":[{"system":"https://genomed-fhir.org/CodeSystem/safe","code":"{{{gate.Result}}}"}]}}"""));
        (await node.SendAsync("PUT", $"MeasureReport/{id}", $$"""
            {"resourceType":"MeasureReport","id":"{{id}}","status":"{{status}}","type":"summary","measure":"https://genomed-fhir.org/Measure/safe","period":{"start":"2026-01-01","end":"2026-01-02"},
             "identifier":[{"system":"https://genomed-fhir.org/NamingSystem/csv-sha256","value":"{{sha256}}"}]{{(groups.Length > 0 ? $",\"group\":[{groups}]" : "")}}}
            """, Json)).ShouldBe(HttpStatusCode.Created);
        return $"MeasureReport/{id}";
    }

    public static Task<Answer> ReleaseAsync(this TestNode node, string library, string report, params (string, string)[] headers)
        => node.SendAsync("POST", $"{library}/$release", $$"""{"resourceType":"Parameters","parameter":[{"name":"report","valueReference":{"reference":"{{report}}"} }]}""", Json, headers);
}
