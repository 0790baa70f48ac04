using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>Small moves on mutable JSON. The companion <c>_name</c> of a primitive goes where its primitive goes.</summary>
internal static class Nodes
{
    /// <summary>The objects of a value or of a list.</summary>
    public static IReadOnlyList<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => [one],
        JsonArray list => [.. list.OfType<JsonObject>()],
        _ => [],
    };

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Removes a property and gives its value, free to stand elsewhere.</summary>
    public static JsonNode? Take(JsonObject owner, string name)
    {
        var value = owner[name];
        owner.Remove(name);
        return value;
    }

    /// <summary>Removes a property and gives its items: those of a list, or the one value.</summary>
    public static IReadOnlyList<JsonNode> TakeItems(JsonObject owner, string name) => Take(owner, name) switch
    {
        JsonArray list => Free(list),
        { } one => [one],
        null => [],
    };

    /// <summary>Gives a property another name at the same place.</summary>
    public static void Rename(JsonObject owner, string from, string to)
    {
        RenameOne(owner, from, to);
        RenameOne(owner, "_" + from, "_" + to);
    }

    /// <summary>Appends to the list of this name, which is made where there is none.</summary>
    public static void Append(JsonObject owner, string name, JsonNode item)
    {
        if (owner[name] is not JsonArray list)
        {
            list = owner.ContainsKey(name) ? [Take(owner, name)] : [];
            owner[name] = list;
        }

        list.Add(item);
    }

    private static List<JsonNode> Free(JsonArray list)
    {
        var items = list.OfType<JsonNode>().ToList();
        list.Clear();
        return items;
    }

    private static void RenameOne(JsonObject owner, string from, string to)
    {
        var place = owner.IndexOf(from);
        if (place >= 0 && !owner.ContainsKey(to))
        {
            var value = owner[place];
            owner.RemoveAt(place);
            owner.Insert(place, to, value);
        }
    }
}
