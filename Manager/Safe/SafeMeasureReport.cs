using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>
/// A report as a FHIR MeasureReport of type summary: a group a measure with its number, a group a gate with <c>passed</c> or
/// <c>failed</c>. Its identifier is the set's SHA-256, by which a release knows that it is about that set.
/// </summary>
public static class SafeMeasureReport
{
    /// <summary>What the report refers to.</summary>
    public const string Measure = "https://genomed.example/fhir/common/Measure/genomed-safe";

    /// <summary>The system of its codes.</summary>
    public const string System = "https://genomed.example/fhir/common/CodeSystem/genomed-safe";

    private const int Digits = 6;
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The logical id of the report of a set: one set has one report, and a later one is its next version.</summary>
    public static string IdOf(SafeSubject subject) => $"safe-{subject.Sha256[..32]}";

    /// <summary>Writes it.</summary>
    public static Resource Of(SafeReport report)
    {
        var json = new JsonObject
        {
            ["resourceType"] = "MeasureReport",
            ["id"] = IdOf(report.Subject),
            ["meta"] = new JsonObject { ["security"] = new JsonArray(Coding(Invented.Label)), ["tag"] = new JsonArray(Coding(Synthetic.Tag)) },
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = SyntheticDescription.IdentifierSystem, ["value"] = report.Subject.Sha256 }),
            ["status"] = "complete",
            ["type"] = "summary",
            ["measure"] = Measure,
            ["date"] = report.Evaluated.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["period"] = Masked(),
            ["group"] = new JsonArray([.. Groups(report)]),
        };
        if (report.Subject.Library is { } library)
        {
            json["evaluatedResource"] = new JsonArray(new JsonObject { ["reference"] = $"Library/{library}" });
        }

        return Resource.FromTrusted(JsonSerializer.SerializeToUtf8Bytes(json, Writing));
    }

    /// <summary>The same as UTF-8 JSON.</summary>
    public static byte[] ToJson(SafeReport report) => Of(report).Json.ToArray();

    /// <summary>The patients' own dates are not told; the period is required and says that it is not known.</summary>
    private static JsonObject Masked() => new()
    {
        ["extension"] = new JsonArray(new JsonObject { ["url"] = "http://hl7.org/fhir/StructureDefinition/data-absent-reason", ["valueCode"] = "masked" }),
    };

    private static IEnumerable<JsonNode> Groups(SafeReport report) =>
    [
        .. report.Gates.Select(Gate),
        .. SafeMetrics.All.Select(metric => (metric, Value: metric.Value(report))).Where(pair => pair.Value is { } value && double.IsFinite(value)).Select(pair => Score(pair.metric, pair.Value!.Value, pair.metric.Unit(report))),
    ];

    private static JsonObject Gate(PrivacyGate gate) => new()
    {
        ["linkId"] = $"gate-{gate.Name}",
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = System, ["code"] = $"gate-{gate.Name}" }), ["text"] = gate.Why },
        ["measureScoreCodeableConcept"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = System, ["code"] = gate.Passed ? "passed" : "failed", ["display"] = gate.Passed ? "Passed" : "Failed" }),
        },
    };

    private static JsonObject Score(SafeMetric metric, double value, string unit) => new()
    {
        ["linkId"] = metric.Code,
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = System, ["code"] = metric.Code, ["display"] = metric.Display }) },
        ["measureScoreQuantity"] = new JsonObject { ["value"] = Math.Round(value, Digits), ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit },
    };

    private static JsonObject Coding(Coding coding) => new() { ["system"] = coding.System, ["code"] = coding.Code, ["display"] = coding.Display };
}
