using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>Adds elements to an object by the definition of its type: which are lists, and what a choice is called in JSON.</summary>
internal sealed class ElementWriter(JsonObject holder, FhirPathType type, FhirPathEdit edit)
{
    public void Add(string name, JsonElement part)
    {
        var member = type.Member(name) ?? throw edit.Problem($"{type.Name} has no element '{name}'.", name);
        var content = ElementContent.Read(part, member.Variants[0].Type, edit);
        var jsonName = member.IsChoice ? Choice(member, content) : member.Variants[0].JsonName;
        if (member.IsArray)
        {
            Append(jsonName, content);
        }
        else if (member.Variants.Any(variant => holder.ContainsKey(variant.JsonName) || holder.ContainsKey("_" + variant.JsonName)))
        {
            throw edit.Problem($"'{name}' is there already and may be there once; replace it.", name);
        }
        else
        {
            content.WriteTo(holder, jsonName);
        }
    }

    private string Choice(FhirPathMember member, ElementContent content)
    {
        var name = ElementContent.ChoiceName(member.Name, content, edit);
        return member.Variant(Encoding.UTF8.GetBytes(name)) is not null ? name : throw edit.Problem($"{member.Name}[x] is never a {content.Type}.", member.Name);
    }

    private void Append(string name, ElementContent content)
    {
        var items = holder[name] as JsonArray ?? [];
        holder[name] ??= items;
        ShadowList.Insert(holder, name, items.Count, content.Shadow);
        items.Add(content.Main);
    }
}
