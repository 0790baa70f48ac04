using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>
/// The report as a MeasureReport of type summary: a group a feature, whose score is its completeness and whose
/// populations are what was counted; what was left out is not there.
/// </summary>
internal static class QualityMeasure
{
    private const string Canonical = "https://genomed-fhir.org";

    public static Resource Write(QualityReportOutput report, Dataset dataset)
    {
        var json = new JsonObject
        {
            ["resourceType"] = "MeasureReport",
            ["status"] = "complete",
            ["type"] = "summary",
            ["measure"] = $"{Canonical}/Measure/data-quality|{dataset.Table.Schema.Guide}-{dataset.Table.Schema.Version}",
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = $"{Canonical}/NamingSystem/table-sha256", ["value"] = dataset.Sha256 }),
            ["period"] = Unknown(),
            ["group"] = new JsonArray([Cohort(report), .. report.Features.Select(feature => Feature(feature, report.Rows)), .. report.Texts.Select(Text), .. report.Features.Where(feature => feature.Drift is not null).Select(Drift)]),
        };
        return Resource.FromTrusted(JsonSerializer.SerializeToUtf8Bytes(json));
    }

    /// <summary>The patients' own dates are not told; the period is required and says that it is not known.</summary>
    private static JsonObject Unknown() => new()
    {
        ["extension"] = new JsonArray(new JsonObject { ["url"] = "http://hl7.org/fhir/StructureDefinition/data-absent-reason", ["valueCode"] = "masked" }),
    };

    private static JsonObject Cohort(QualityReportOutput report)
        => Group("cohort", null, [("patients", report.Rows), ("inconsistent-dates", report.InconsistentDates)]);

    private static JsonObject Feature(FeatureQuality feature, int rows)
        => Group(feature.Name, feature.Present is { } present && rows > 0 ? (double)present / rows : null,
        [
            ("present", feature.Present),
            ("missing", feature.Missing),
            ("out-of-range", feature.OutOfRange),
            ("unexpected-unit", feature.UnexpectedUnit),
            ("unknown-code", feature.UnknownCode),
            ("conflicts", feature.Conflicts),
            ("inconsistent-times", feature.InconsistentTimes),
            .. feature.Units.Select(unit => ($"unit {unit.Code}", (int?)unit.Count)),
        ]);

    private static JsonObject Text(TextQuality text) => Group(text.Name, text.Filled, [("findings", text.Findings), ("present", text.Present)]);

    /// <summary>A group of its own: the feature's score is its completeness.</summary>
    private static JsonObject Drift(FeatureQuality feature)
    {
        var group = Group(feature.Name, feature.Drift, []);
        group["code"]!["coding"]!.AsArray().Add(Coding("data-quality", "drift"));
        return group;
    }

    private static JsonObject Group(string name, double? score, (string Code, int? Count)[] counts)
    {
        var group = new JsonObject { ["code"] = Concept("feature", name) };
        if (counts.Any(count => count.Count is not null))
        {
            group["population"] = new JsonArray([.. counts.Where(count => count.Count is not null).Select(count => (JsonNode)new JsonObject { ["code"] = Concept("data-quality", count.Code), ["count"] = count.Count })]);
        }

        if (score is { } known)
        {
            group["measureScoreQuantity"] = new JsonObject { ["value"] = Math.Round(known, 6), ["system"] = "http://unitsofmeasure.org", ["code"] = "1" };
        }

        return group;
    }

    private static JsonObject Concept(string system, string code)
        => new() { ["coding"] = new JsonArray(Coding(system, code)) };

    private static JsonObject Coding(string system, string code) => new() { ["system"] = $"{Canonical}/CodeSystem/{system}", ["code"] = code };
}
