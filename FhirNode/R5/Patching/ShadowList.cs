using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>The list beside a list of primitives, <c>_given</c> beside <c>given</c>: as long as that, null where there is nothing to carry.</summary>
internal static class ShadowList
{
    /// <summary>The list, filled up to a length; null where there is none.</summary>
    public static JsonArray? Of(JsonObject holder, string name, int length)
    {
        if (holder["_" + name] is not JsonArray list)
        {
            return null;
        }

        while (list.Count < length)
        {
            list.Add((JsonNode?)null);
        }

        return list;
    }

    /// <summary>To be called before the item itself is inserted.</summary>
    public static void Insert(JsonObject holder, string name, int index, JsonNode? shadow)
    {
        var length = (holder[name] as JsonArray)?.Count ?? 0;
        if (shadow is not null)
        {
            holder["_" + name] ??= new JsonArray();
        }

        Of(holder, name, length)?.Insert(index, shadow);
    }

    public static void Set(JsonObject holder, string name, int index, JsonNode? shadow)
    {
        if (shadow is not null)
        {
            holder["_" + name] ??= new JsonArray();
        }

        if (Of(holder, name, index + 1) is { } list)
        {
            list[index] = shadow;
        }
    }
}
