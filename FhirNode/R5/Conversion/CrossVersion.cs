using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>
/// Keeps an R4 element that has no place in R5 in an extension (R5 versions.html, "Extensions for converting between
/// versions"): <c>http://hl7.org/fhir/4.0/StructureDefinition/extension-[path]</c>.
/// </summary>
internal static class CrossVersion
{
    private const string Base = "http://hl7.org/fhir/4.0/StructureDefinition/extension-";

    /// <summary>Keeps each value of a property.</summary>
    /// <param name="owner">The object that has it; the extension goes there.</param>
    /// <param name="path">Its R4 path.</param>
    /// <param name="type">Its R4 type.</param>
    /// <param name="report">Told of it.</param>
    /// <param name="property">Its JSON name where that is not the last part of the path: a choice element's.</param>
    public static void Keep(JsonObject owner, string path, string type, ConversionReport report, string? property = null)
    {
        var name = property ?? path[(path.LastIndexOf('.') + 1)..];
        if (!owner.ContainsKey(name) && !owner.ContainsKey("_" + name))
        {
            return;
        }

        var companions = Nodes.TakeItems(owner, "_" + name);
        var values = Nodes.TakeItems(owner, name);
        for (var i = 0; i < Math.Max(values.Count, companions.Count); i++)
        {
            Add(owner, path, type, i < values.Count ? values[i] : null, i < companions.Count ? companions[i] : null);
        }

        report.Note(path, $"R5 has no {path}; it is kept in the extension {Base}{path}.");
    }

    /// <summary>Keeps objects of a nested structure: an extension of extensions, named by the children.</summary>
    /// <param name="owner">The object that has it.</param>
    /// <param name="path">Its R4 path.</param>
    /// <param name="children">The R4 types of its children by name.</param>
    /// <param name="report">Told of it.</param>
    public static void KeepStructure(JsonObject owner, string path, IReadOnlyDictionary<string, string> children, ConversionReport report)
    {
        foreach (var item in Nodes.TakeItems(owner, path[(path.LastIndexOf('.') + 1)..]).OfType<JsonObject>())
        {
            var parts = new JsonArray();
            foreach (var (child, type) in children.Where(child => item.ContainsKey(child.Key)))
            {
                parts.Add(Extension(child, type, Nodes.Take(item, child), Nodes.Take(item, "_" + child)));
            }

            Rest(item, path, report);
            Nodes.Append(owner, "extension", new JsonObject { ["url"] = Base + path, ["extension"] = parts });
            report.Note(path, $"R5 has no {path}; it is kept in the extension {Base}{path}.");
        }
    }

    /// <summary>Says which properties were left behind when a structure was taken apart.</summary>
    public static void Rest(JsonObject item, string path, ConversionReport report)
    {
        if (item.Count > 0)
        {
            report.Warn(path, $"R5 has no place for {string.Join(", ", item.Select(property => $"{path}.{property.Key}"))}; left out.");
        }
    }

    public static void Add(JsonObject owner, string path, string type, JsonNode? value, JsonNode? companion = null)
        => Nodes.Append(owner, "extension", Extension(Base + path, type, value, companion));

    private static JsonObject Extension(string url, string type, JsonNode? value, JsonNode? companion)
    {
        var extension = new JsonObject { ["url"] = url };
        var name = $"value{char.ToUpperInvariant(type[0])}{type[1..]}";
        if (value is not null)
        {
            extension[name] = value;
        }

        if (companion is not null)
        {
            extension["_" + name] = companion;
        }

        return extension;
    }
}
