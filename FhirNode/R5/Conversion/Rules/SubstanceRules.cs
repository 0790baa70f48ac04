using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Substance: R4 listed the instances of a kind; R5 says whether it is a kind or one instance.</summary>
internal static class SubstanceRules
{
    public static readonly IReadOnlyList<ConversionRule> All = [Change.ConceptToReference("Substance", "code"), new("Substance", Instance)];

    private static void Instance(JsonObject substance, ConversionReport report)
    {
        if (substance["instance"] is JsonArray { Count: > 1 })
        {
            CrossVersion.KeepStructure(substance, "Substance.instance", new Dictionary<string, string> { ["identifier"] = "Identifier", ["expiry"] = "dateTime", ["quantity"] = "Quantity" }, report);
        }

        var instance = Nodes.TakeItems(substance, "instance").OfType<JsonObject>().FirstOrDefault();
        substance["instance"] = instance is not null;
        foreach (var name in instance is null ? (string[])[] : ["expiry", "quantity"])
        {
            if (Nodes.Take(instance!, name) is { } value)
            {
                substance[name] = value;
            }
        }

        if (instance is not null && Nodes.Take(instance, "identifier") is { } identifier)
        {
            Nodes.Append(substance, "identifier", identifier);
        }
    }
}
