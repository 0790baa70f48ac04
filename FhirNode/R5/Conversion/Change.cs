using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>The kinds of change that the tables are made of.</summary>
internal static class Change
{
    /// <summary>Another name for the same.</summary>
    public static ConversionRule Rename(string path, string from, string to) => new(path, (owner, _) => Nodes.Rename(owner, from, to));

    /// <summary>Another name for a choice element, whichever its type.</summary>
    public static ConversionRule RenameChoice(string path, string from, string to) => new(path, (owner, _) =>
    {
        foreach (var name in owner.Select(property => property.Key).Where(name => IsChoice(name, from)).ToList())
        {
            Nodes.Rename(owner, name, to + name[from.Length..]);
        }
    });

    /// <summary>A list of concepts and a list of references become one list of CodeableReference.</summary>
    public static ConversionRule Merge(string path, string concepts, string references, string to) => new(path, (owner, _) =>
    {
        var merged = Nodes.TakeItems(owner, concepts).Select(Concept).Concat(Nodes.TakeItems(owner, references).Select(Reference)).ToList();
        merged.ForEach(item => Nodes.Append(owner, to, item));
    });

    /// <summary>A choice of CodeableConcept and Reference becomes one CodeableReference.</summary>
    public static ConversionRule MergeChoice(string path, string from, string to) => new(path, (owner, _) =>
    {
        if ((Nodes.Take(owner, from + "CodeableConcept") is { } concept ? Concept(concept) : Nodes.Take(owner, from + "Reference") is { } reference ? Reference(reference) : null) is { } item)
        {
            owner[to] = item;
        }
    });

    /// <summary>Each Coding becomes a CodeableConcept.</summary>
    public static ConversionRule CodingToConcept(string path, string name) => Each(path, name, Coded);

    /// <summary>Each CodeableConcept becomes a CodeableReference.</summary>
    public static ConversionRule ConceptToReference(string path, string name) => Each(path, name, Concept);

    /// <summary>Each Reference becomes a CodeableReference.</summary>
    public static ConversionRule ReferenceToConcept(string path, string name) => Each(path, name, Reference);

    /// <summary>Each value becomes another; a list stays a list.</summary>
    public static ConversionRule Each(string path, string name, Func<JsonNode, JsonNode> change) => new(path, (owner, _) =>
    {
        if (owner[name] is JsonArray)
        {
            var changed = Nodes.TakeItems(owner, name).Select(change).ToArray();
            owner[name] = new JsonArray(changed);
        }
        else if (Nodes.Take(owner, name) is { } one)
        {
            owner[name] = change(one);
        }
    });

    /// <summary>A code gets its R5 code; an inexact one keeps the R4 code in an extension.</summary>
    public static ConversionRule Code(string path, string name, IReadOnlyDictionary<string, string> exact, IReadOnlyDictionary<string, string> near) => new(path, (owner, report) =>
    {
        var code = Nodes.Text(owner[name]) ?? string.Empty;
        if (exact.TryGetValue(code, out var same))
        {
            owner[name] = same;
        }
        else if (near.TryGetValue(code, out var other))
        {
            owner[name] = other;
            CrossVersion.Add(owner, $"{path}.{name}", "code", code);
            report.Warn($"{path}.{name}", $"R5 has no code '{code}' here; '{other}' stands for it, and the R4 code is kept in an extension.");
        }
    });

    /// <summary>No place in R5: kept in an extension.</summary>
    public static ConversionRule Keep(string path, string name, string type) => new(path, (owner, report) => CrossVersion.Keep(owner, $"{path}.{name}", type, report));

    /// <summary>References to types that R5 does not allow there: kept in extensions, the others stay.</summary>
    public static ConversionRule KeepReferences(string path, string name, params string[] types) => new(path, (owner, report) =>
    {
        foreach (var reference in Nodes.TakeItems(owner, name))
        {
            var text = Nodes.Text((reference as JsonObject)?["reference"]) ?? string.Empty;
            if (types.FirstOrDefault(type => text.Contains(type + "/", StringComparison.Ordinal)) is { } type)
            {
                CrossVersion.Add(owner, $"{path}.{name}", "Reference", reference);
                report.Note($"{path}.{name}", $"R5 allows no {type} in {path}.{name}; the reference is kept in an extension.");
            }
            else
            {
                Nodes.Append(owner, name, reference);
            }
        }
    });

    /// <summary>One type of a choice element without a place in R5.</summary>
    public static ConversionRule KeepChoice(string path, string name, string type) => new(path, (owner, report)
        => CrossVersion.Keep(owner, $"{path}.{name}", type, report, name + char.ToUpperInvariant(type[0]) + type[1..]));

    /// <summary>A nested structure without a place in R5: kept in an extension of extensions.</summary>
    public static ConversionRule KeepStructure(string path, string name, IReadOnlyDictionary<string, string> children)
        => new(path, (owner, report) => CrossVersion.KeepStructure(owner, $"{path}.{name}", children, report));

    public static JsonNode Concept(JsonNode concept) => new JsonObject { ["concept"] = concept };

    public static JsonNode Reference(JsonNode reference) => new JsonObject { ["reference"] = reference };

    public static JsonNode Coded(JsonNode coding) => new JsonObject { ["coding"] = new JsonArray(coding) };

    public static JsonObject CodeOf(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static bool IsChoice(string name, string stem)
        => name.Length > stem.Length && name.StartsWith(stem, StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[stem.Length]);
}
