using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Conversion.Rules;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>
/// FHIR R4 (4.0.1) to R5 by tables of what changed between their definitions; Bundles and contained resources
/// included. A type without a table keeps its elements, and a validator says where they do not fit.
/// </summary>
public static class R4Converter
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Resource.MaxDepth, AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Output = new() { Encoder = JsonOutput.Options.Encoder, MaxDepth = 256 };

    /// <summary>The types that have a table.</summary>
    public static IReadOnlyCollection<string> Types => [.. RuleTable.ByType.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Converts a resource.</summary>
    /// <exception cref="OperationProblem">Structure: a property is given twice.</exception>
    public static ConvertedResource Convert(Resource r4)
    {
        var report = new ConversionReport();
        var root = Parse(r4);
        Convert(root, report);
        return new ConvertedResource(Resource.Parse(JsonSerializer.SerializeToUtf8Bytes(root, Output)), report.Issues);
    }

    private static void Convert(JsonObject resource, ConversionReport report)
    {
        var type = Nodes.Text(resource["resourceType"]) ?? string.Empty;
        if (!R5Definitions.Instance.IsResourceType(type))
        {
            report.Warn(type, $"R5 has no resource type '{type}'; it was left as it is.");
            return;
        }

        if (RuleTable.ByType.TryGetValue(type, out var rules))
        {
            foreach (var rule in rules)
            {
                rule.Run(resource, report);
            }
        }
        else
        {
            report.Note(type, $"There is no table for {type}: only its datatypes were converted.");
        }

        new DefinitionWalk(report, Convert).Object(resource, R5Definitions.Instance.Type(type)!.Children, type);
    }

    private static JsonObject Parse(Resource r4)
    {
        try
        {
            return JsonNode.Parse(r4.Json.Span, documentOptions: Options)!.AsObject();
        }
        catch (JsonException e)
        {
            throw OperationProblem.Structure($"The R4 resource cannot be read: {e.Message}");
        }
    }
}
