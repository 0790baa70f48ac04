using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Tests.Patching;

/// <summary>FHIR XML to FHIR JSON by the definitions (R5 json.html), for suites that are written in XML.</summary>
internal static class FhirXml
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static JsonObject Resource(XElement element)
    {
        var json = new JsonObject { ["resourceType"] = element.Name.LocalName };
        Children(element, R5Definitions.Instance.Type(element.Name.LocalName)!.Children, json);
        return json;
    }

    private static void Children(XElement parent, ElementTable table, JsonObject json)
    {
        foreach (var attribute in parent.Attributes().Where(attribute => attribute.Name.LocalName is "id" or "url" && !attribute.IsNamespaceDeclaration))
        {
            json[attribute.Name.LocalName] = attribute.Value;
        }

        foreach (var group in parent.Elements().GroupBy(child => child.Name.LocalName))
        {
            var property = table.Property(group.Key) ?? throw new InvalidOperationException($"<{group.Key}> is no element here.");
            Add(json, property, [.. group.Select(child => Value(child, property))]);
        }
    }

    private static void Add(JsonObject json, PropertyDefinition property, List<(JsonNode? Main, JsonNode? Shadow)> values)
    {
        if (!property.Element.IsArray)
        {
            Set(json, property.Name, values[0].Main);
            Set(json, "_" + property.Name, values[0].Shadow);
            return;
        }

        json[property.Name] = new JsonArray([.. values.Select(value => value.Main)]);
        if (values.Any(value => value.Shadow is not null))
        {
            json["_" + property.Name] = new JsonArray([.. values.Select(value => value.Shadow)]);
        }
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static (JsonNode? Main, JsonNode? Shadow) Value(XElement element, PropertyDefinition property)
    {
        if (element.Name.Namespace == Xhtml)
        {
            return (element.ToString(SaveOptions.DisableFormatting), null);
        }

        if (property.IsPrimitive)
        {
            var shadow = new JsonObject();
            Children(element, R5Definitions.Instance.Type("Element")!.Children, shadow);
            return (Primitive(element.Attribute("value")?.Value, property.TypeCode), shadow.Count > 0 ? shadow : null);
        }

        if (property.IsResource)
        {
            return (Resource(element.Elements().Single()), null);
        }

        var json = new JsonObject();
        Children(element, property.Structure, json);
        return (json, null);
    }

    private static JsonNode? Primitive(string? text, string type) => text is null ? null
        : type is "boolean" or "integer" or "positiveInt" or "unsignedInt" or "decimal" ? JsonNode.Parse(text)
        : JsonValue.Create(text);
}
