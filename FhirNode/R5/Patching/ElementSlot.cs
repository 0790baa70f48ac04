using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>The place of an element: the object, its property, and for a list the index.</summary>
internal sealed record ElementSlot(JsonObject Holder, string Name, int Index, MemberVariant Variant)
{
    public string ShadowName => "_" + Name;

    public JsonNode? Node => Index < 0 ? Holder[Name] : (Holder[Name] as JsonArray)?[Index];

    /// <summary>The object beside a primitive that carries its id and extensions.</summary>
    public JsonObject Shadow()
    {
        if (Index < 0)
        {
            return Child(Holder[ShadowName], made => Holder[ShadowName] = made);
        }

        var list = Holder[ShadowName] as JsonArray ?? [];
        Holder[ShadowName] ??= list;
        while (list.Count <= Index)
        {
            list.Add((JsonNode?)null);
        }

        return Child(list[Index], made => list[Index] = made);
    }

    public void Delete()
    {
        foreach (var name in new[] { Name, ShadowName })
        {
            if (Index < 0)
            {
                Holder.Remove(name);
            }
            else if (Holder[name] is JsonArray list && Index < list.Count)
            {
                list.RemoveAt(Index);
            }
        }

        EmptyJson.Prune(Holder);
    }

    /// <summary>Another value in the same place; a choice may change its type, and with it the property's name.</summary>
    public void Replace(JsonElement part, FhirPathEdit edit)
    {
        var content = ElementContent.Read(part, Variant.Type, edit);
        var name = Variant.JsonName == Variant.Element ? Name : ElementContent.ChoiceName(Variant.Element, content, edit);
        if (Index >= 0)
        {
            ((JsonArray)Holder[Name]!)[Index] = content.Main;
            ShadowList.Set(Holder, Name, Index, content.Shadow);
            return;
        }

        Holder.Remove(Name);
        Holder.Remove(ShadowName);
        content.WriteTo(Holder, name);
    }

    private static JsonObject Child(JsonNode? known, Action<JsonObject> keep)
    {
        if (known is JsonObject found)
        {
            return found;
        }

        var made = new JsonObject();
        keep(made);
        return made;
    }
}
