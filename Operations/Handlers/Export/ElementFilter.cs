using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Export;

/// <summary><c>_elements</c> of an export: root elements, for one type or for all; mandatory ones stay whatever is asked.</summary>
internal sealed class ElementFilter
{
    private const string AnyType = "*";
    private const string Subsetted = """{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}""";
    private readonly ILookup<string, string> _names;

    private ElementFilter(ILookup<string, string> names) => _names = names;

    /// <exception cref="OperationProblem">Invalid: not of the form <c>element</c> or <c>Type.element</c>, or no such element.</exception>
    public static ElementFilter Parse(IEnumerable<string> lists) => new(lists
        .SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(Parse)
        .ToLookup(pair => pair.Type, pair => pair.Name, StringComparer.Ordinal));

    /// <summary>The resource, or a copy that holds no more than was asked for and is tagged as such.</summary>
    public ReadOnlyMemory<byte> Apply(Resource resource, string type)
    {
        if (!_names.Contains(AnyType) && !_names.Contains(type))
        {
            return resource.Json;
        }

        var definition = R5Definitions.Instance.Type(type)!;
        return JsonOutput.Write(type, json =>
        {
            foreach (var property in resource.Element.EnumerateObject())
            {
                Write(json, property, type, definition);
            }
        }).Json;
    }

    private static (string Type, string Name) Parse(string text) => text.Split('.') switch
    {
        [var name] => (AnyType, name),
        [var type, var name] when R5Definitions.Instance.Type(type)?.Element(name) is not null && R5Definitions.Instance.IsResourceType(type) => (type, name),
        _ => throw ParameterProblem.Invalid("_elements", $"'{text}' is no root element; expected element or Type.element, such as Patient.name."),
    };

    private void Write(Utf8JsonWriter json, JsonProperty property, string type, TypeDefinition definition)
    {
        if (property.NameEquals("meta"))
        {
            WriteMeta(json, property.Value);
        }
        else if (!property.NameEquals("resourceType") && Keeps(property.Name.TrimStart('_'), type, definition))
        {
            property.WriteTo(json);
        }
    }

    private bool Keeps(string jsonName, string type, TypeDefinition definition)
    {
        var element = definition.Children.Property(jsonName)?.Element;
        return jsonName == "id" || element is null or { Min: > 0 } || _names[AnyType].Contains(element.Name) || _names[type].Contains(element.Name);
    }

    private static void WriteMeta(Utf8JsonWriter json, JsonElement meta)
    {
        json.WriteStartObject("meta"u8);
        foreach (var property in meta.EnumerateObject().Where(property => !property.NameEquals("tag")))
        {
            property.WriteTo(json);
        }

        json.WriteStartArray("tag"u8);
        foreach (var tag in meta.Items("tag"))
        {
            tag.WriteTo(json);
        }

        json.WriteRawValue(Subsetted);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
