using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

/// <summary>A Parameters resource of the suite that has no JSON form: its XML, as R5's json.html turns it into JSON. Simple values only.</summary>
internal static class XmlParameters
{
    public static Resource Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var json = new JsonObject { ["resourceType"] = root.Name.LocalName };
        foreach (var element in root.Elements().Where(element => element.Name.LocalName != "parameter"))
        {
            json[element.Name.LocalName] = Value(element);
        }

        json["parameter"] = new JsonArray([.. root.Elements(root.Name.Namespace + "parameter").Select(Parameter)]);
        return Resource.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static JsonNode Parameter(XElement parameter)
        => new JsonObject(parameter.Elements().Select(element => KeyValuePair.Create<string, JsonNode?>(element.Name.LocalName, Value(element))));

    private static JsonValue Value(XElement element)
    {
        var text = element.Attribute("value")?.Value ?? throw new InvalidDataException($"'{element.Name.LocalName}' has no value.");
        return element.Name.LocalName switch
        {
            "name" or "id" or "valueString" => JsonValue.Create(text),
            "valueInteger" => JsonValue.Create(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
            var other => throw new InvalidDataException($"'{other}' is not read."),
        };
    }
}
