using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Operations.Contracts.Binding;

/// <summary>A JSON object of a record's shape to Parameters, in the definition's order.</summary>
internal static class ParametersWriter
{
    public static JsonObject Write(JsonObject values, IReadOnlyList<ContractParameter> definitions)
        => new() { ["resourceType"] = "Parameters", ["parameter"] = WriteList(values, definitions) };

    public static JsonObject Return(JsonObject values, ContractParameter definition)
        => AsResource(values[definition.Name]!, definition.Type!);

    private static JsonArray WriteList(JsonObject values, IReadOnlyList<ContractParameter> definitions)
        => new([.. definitions.SelectMany(definition => Occurrences(values[definition.Name], definition).Select(value => WriteOne(value, definition)))]);

    private static IEnumerable<JsonNode> Occurrences(JsonNode? value, ContractParameter definition)
        => value is null ? [] : definition.Repeats ? value.AsArray().Select(item => item!) : [value];

    private static JsonNode WriteOne(JsonNode value, ContractParameter definition)
    {
        var parameter = new JsonObject { ["name"] = definition.Name };
        if (definition.Type is null)
        {
            parameter["part"] = WriteList(value.AsObject(), definition.Parts);
        }
        else if (definition.IsResource)
        {
            parameter["resource"] = AsResource(value, definition.Type);
        }
        else
        {
            parameter[ParameterTypes.ValueProperty(definition.Type)] = definition.Type == "Reference"
                ? new JsonObject { ["reference"] = value.DeepClone() }
                : value.DeepClone();
        }

        return parameter;
    }

    private static JsonObject AsResource(JsonNode value, string type)
    {
        var resource = value.DeepClone().AsObject();
        if (type == "Binary")
        {
            resource.Insert(0, "resourceType", "Binary");
        }

        return resource;
    }
}
