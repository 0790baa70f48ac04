using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>What a <c>value</c> part carries: a value with, for a primitive, what stands beside it; or the parts of an anonymous structure.</summary>
/// <param name="Type">The type of its <c>value[x]</c>; null for a resource or a structure.</param>
/// <param name="Main">The value.</param>
/// <param name="Shadow">Id and extensions of a primitive, or null.</param>
internal sealed record ElementContent(string? Type, JsonNode? Main, JsonNode? Shadow)
{
    /// <param name="part">The part.</param>
    /// <param name="type">The type of the element it is for.</param>
    /// <param name="edit">Says what is wrong.</param>
    public static ElementContent Read(JsonElement part, FhirPathType type, FhirPathEdit edit)
    {
        if (part.Child("resource") is { } resource)
        {
            return new ElementContent(null, Node(resource), null);
        }

        foreach (var property in part.EnumerateObject())
        {
            var name = property.Name.TrimStart('_');
            if (name.Length > 5 && name.StartsWith("value", StringComparison.Ordinal))
            {
                return new ElementContent(name[5..], Node(part.Child(name)), Node(part.Child("_" + name)));
            }
        }

        return new ElementContent(null, Structure(part, type, edit), null);
    }

    /// <summary>The property of a choice: its name and the value's type.</summary>
    public static string ChoiceName(string element, ElementContent content, FhirPathEdit edit)
        => content.Type is { } type ? element + type : throw edit.Problem($"{element}[x] is a choice of types; give its value as value[x].");

    public void WriteTo(JsonObject holder, string name)
    {
        if (Main is not null)
        {
            holder[name] = Main;
        }

        if (Shadow is not null)
        {
            holder["_" + name] = Shadow;
        }
    }

    private static JsonObject Structure(JsonElement part, FhirPathType type, FhirPathEdit edit)
    {
        var made = new JsonObject();
        var writer = new ElementWriter(made, type, edit);
        foreach (var child in part.Items("part"))
        {
            writer.Add(child.Text("name") ?? throw edit.Problem("a part of its value has no name."), child);
        }

        return made.Count > 0 ? made : throw edit.Problem("its value is empty.");
    }

    private static JsonNode? Node(JsonElement? element) => element is { } value ? JsonNode.Parse(value.GetRawText()) : null;
}
