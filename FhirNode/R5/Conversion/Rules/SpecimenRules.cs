using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Specimen: what the container is moved to a Device.</summary>
internal static class SpecimenRules
{
    public static readonly IReadOnlyList<ConversionRule> All =
    [
        Change.ConceptToReference("Specimen.collection", "bodySite"),
        Change.Rename("Specimen.processing", "procedure", "method"),
        Change.Keep("Specimen.container", "capacity", "Quantity"),
        Change.KeepChoice("Specimen.container", "additive", "CodeableConcept"),
        Change.KeepChoice("Specimen.container", "additive", "Reference"),
        new("Specimen", Containers),
    ];

    private static void Containers(JsonObject specimen, ConversionReport report)
    {
        var number = 0;
        foreach (var container in Nodes.Objects(specimen["container"]))
        {
            var id = $"container-{++number}";
            Nodes.Append(specimen, "contained", Device(id, container));
            container["device"] = new JsonObject { ["reference"] = "#" + id };
            report.Note("Specimen.container", $"What the container is stands in the contained Device '{id}'.");
        }
    }

    private static JsonObject Device(string id, JsonObject container)
    {
        var device = new JsonObject { ["resourceType"] = "Device", ["id"] = id };
        Move(container, "identifier", device, "identifier");
        Move(container, "description", device, "displayName");
        Move(container, "type", device, "type");
        return device;
    }

    private static void Move(JsonObject from, string name, JsonObject to, string newName)
    {
        if (Nodes.Take(from, name) is { } value)
        {
            to[newName] = value;
        }
    }
}
