using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>
/// Goes through a changed resource by the R5 definitions: mends lists that were single values and single values that
/// were lists, changes datatypes, converts resources inside, and reports what R5 does not know.
/// </summary>
internal sealed class DefinitionWalk(ConversionReport report, Action<JsonObject, ConversionReport> convertResource)
{
    public void Object(JsonObject node, ElementTable table, string path)
    {
        foreach (var name in node.Select(property => property.Key).ToList())
        {
            if (name == "resourceType" || name.StartsWith('_'))
            {
                continue;
            }

            if (table.Property(name) is { } property)
            {
                Value(node, property, $"{path}.{name}");
            }
            else
            {
                report.Warn($"{path}.{name}", $"R5 has no {path}.{name}, and no rule says where it went; it was left in place.");
            }
        }
    }

    private void Value(JsonObject owner, PropertyDefinition property, string path)
    {
        Shape(owner, property.Name, property.Element.IsArray, path);
        Shape(owner, "_" + property.Name, property.Element.IsArray, path);
        if (property.IsPrimitive)
        {
            Datatypes.ConvertPrimitive(property.TypeCode, owner, property.Name);
            return;
        }

        foreach (var item in Nodes.Objects(owner[property.Name]))
        {
            if (property.IsResource)
            {
                convertResource(item, report);
            }
            else
            {
                Datatypes.Convert(property.TypeCode, item);
                Object(item, property.Structure, path);
            }
        }
    }

    private void Shape(JsonObject owner, string name, bool isList, string path)
    {
        switch (owner[name])
        {
            case null:
                break;
            case JsonArray { Count: 1 } list when !isList:
                var only = list[0];
                list.Clear();
                owner[name] = only;
                break;
            case JsonArray when !isList:
                report.Warn(path, $"R5 takes one {path}; there are several, which were left in place.");
                break;
            case not JsonArray when isList:
                owner[name] = new JsonArray(Take(owner, name));
                break;
        }
    }

    // Replaced where it stood, so that the order of properties stays.
    private static JsonNode? Take(JsonObject owner, string name)
    {
        var value = owner[name];
        owner[name] = null;
        return value;
    }
}
