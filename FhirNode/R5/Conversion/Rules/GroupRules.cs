using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Group: whether it lists members or describes them became a code.</summary>
internal static class GroupRules
{
    public static readonly IReadOnlyList<ConversionRule> All = [new("Group", Membership), new("Group", ReportType)];

    private static void Membership(JsonObject group, ConversionReport report)
    {
        if (Nodes.Take(group, "actual") is { } actual)
        {
            group["membership"] = actual.ToJsonString() == "true" ? "enumerated" : "definitional";
        }
    }

    private static void ReportType(JsonObject group, ConversionReport report)
    {
        if (Nodes.Text(group["type"]) is "medication" or "substance")
        {
            report.Warn("Group.type", $"R5 has no groups of type '{Nodes.Text(group["type"])}'; the code was left in place.");
        }
    }
}
