using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>The features of one role as a table.</summary>
internal static class FeatureTables
{
    private const int ListedElements = 3;

    public static void Write(StringBuilder page, string title, DataDictionary dictionary, FeatureRole role)
    {
        var features = dictionary.Features.Where(feature => feature.Feature.Role == role).ToArray();
        if (features.Length == 0)
        {
            return;
        }

        page.AppendLine($"## {title}").AppendLine()
            .AppendLine("| feature | what | type | unit | plausible | possible | values | FHIR | codes |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var feature in features)
        {
            page.AppendLine($"| {Name(feature)} | {Markdown.Text(feature.Feature.Label)} | {Type(feature)} | {feature.Feature.Unit} | {Range(feature.Feature.Minimum, feature.Feature.Maximum)} | {Range(feature.LowerLimit, feature.UpperLimit)} | {Values(feature)} | {Shape(feature)} | {Markdown.Codes(feature.Codings)} |");
        }

        page.AppendLine();
    }

    private static string Name(FeatureDefinition feature)
    {
        var columns = feature.Columns is [var only] && only == feature.Name ? "" : $" (columns {string.Join(", ", feature.Columns.Select(column => $"`{column}`"))})";
        var aliases = feature.Aliases.Count == 0 ? "" : $" (also {string.Join(", ", feature.Aliases.Select(alias => $"`{alias}`"))})";
        return $"`{feature.Name}`{columns}{aliases}{(feature.Required ? ", required" : "")}";
    }

    private static string Type(FeatureDefinition feature) => feature.Feature.Type switch
    {
        FeatureType.TimeToEvent => "time to event",
        FeatureType.Vector => $"vector of {feature.Feature.Dimension}",
        var type => type.ToString().ToLowerInvariant() + (feature.Feature.Ordered ? ", ordered" : ""),
    };

    private static string Range(double? low, double? high)
        => low is null && high is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{low} – {high}");

    private static string Values(FeatureDefinition feature) => feature.Feature.Type switch
    {
        FeatureType.Category => string.Join("; ", feature.Categories.Select(category => Markdown.Text(category.Label == category.Code ? $"`{category.Code}`" : $"`{category.Code}` {category.Label}"))),
        FeatureType.Vector when feature.Elements.Count > 0 => $"{Markdown.Codes(feature.Elements.Take(ListedElements))}; and {feature.Elements.Count - ListedElements} more: {string.Join(", ", feature.Elements.Skip(ListedElements).Select(element => element.Code))}",
        _ => "",
    };

    private static string Shape(FeatureDefinition feature) => feature.Carrier switch
    {
        { Kind: CarrierKind.Gender } => "Patient.gender",
        { Kind: CarrierKind.OnsetAge } => "Condition.onsetAge",
        { Kind: CarrierKind.Diagnosis } => "Condition.code",
        { Kind: CarrierKind.Observation, Group: { } group } => $"component of Observation `{group}`",
        { Kind: CarrierKind.Observation } when feature.Feature.Type == FeatureType.Vector => "Observation.valueAttachment",
        { Kind: CarrierKind.Observation } => "Observation",
        { Kind: CarrierKind.Variant, Panel: var panel } => $"variant of panel `{panel}`",
        { Kind: CarrierKind.VariantDetail, Of: var of } => $"component of variant `{of}`",
        { Kind: CarrierKind.Procedure } => "Procedure",
        _ => "Observation (follow-up)",
    };
}
