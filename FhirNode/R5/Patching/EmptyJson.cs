using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>FHIR has no empty objects and arrays: what a deletion leaves empty goes too.</summary>
internal static class EmptyJson
{
    /// <summary>Removes empty properties of an object, then the object itself where nothing is left, and so on upwards.</summary>
    public static void Prune(JsonObject holder)
    {
        foreach (var name in holder.Where(property => IsEmpty(property.Value)).Select(property => property.Key).ToList())
        {
            holder.Remove(name);
        }

        if (holder.Count == 0)
        {
            Remove(holder);
        }
    }

    private static bool IsEmpty(JsonNode? node) => node switch
    {
        JsonArray list => list.All(item => item is null),
        JsonObject properties => properties.Count == 0,
        _ => false,
    };

    private static void Remove(JsonObject empty)
    {
        if (empty.Parent is JsonObject parent)
        {
            parent.Remove(empty.GetPropertyName());
            Prune(parent);
        }
        else if (empty.Parent is JsonArray list)
        {
            list.RemoveAt(empty.GetElementIndex());
            Prune((JsonObject)list.Parent!);
        }
    }
}
