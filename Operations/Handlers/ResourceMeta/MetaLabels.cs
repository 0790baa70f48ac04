using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.ResourceMeta;

/// <summary>The parts of a meta that are sets: profiles by their URL, security labels and tags by system and code.</summary>
internal static class MetaLabels
{
    public static IReadOnlyList<string> Sets { get; } = ["profile", "security", "tag"];

    /// <summary>Adds what is not there; true when something was.</summary>
    public static bool Add(JsonObject meta, JsonElement labels)
    {
        var changed = false;
        foreach (var (set, label) in Labels(labels))
        {
            var list = meta[set] as JsonArray ?? [];
            if (!list.Any(known => Key(known) == Key(label)))
            {
                list.Add(label.DeepClone());
                meta[set] ??= list;
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Takes away what is there; true when something was.</summary>
    public static bool Remove(JsonObject meta, JsonElement labels)
    {
        var changed = false;
        foreach (var (set, label) in Labels(labels))
        {
            if (meta[set] is JsonArray list && list.FirstOrDefault(known => Key(known) == Key(label)) is { } found)
            {
                list.Remove(found);
                changed = true;
                if (list.Count == 0)
                {
                    meta.Remove(set);
                }
            }
        }

        return changed;
    }

    private static IEnumerable<(string Set, JsonNode Label)> Labels(JsonElement meta)
        => Sets.SelectMany(set => meta.Items(set).Select(label => (set, JsonNode.Parse(label.GetRawText())!)));

    private static string Key(JsonNode? label) => label is JsonObject coding
        ? $"{coding["system"]?.GetValue<string>()}|{coding["code"]?.GetValue<string>()}"
        : label?.GetValue<string>() ?? string.Empty;
}
