using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>Members of types that R5 does not define (a logical model, a resource of another version): read off the JSON.</summary>
internal static class OpenMembers
{
    public static void Add(FhirPathValue parent, string name, ref CollectionBuilder found)
    {
        foreach (var property in parent.Element.EnumerateObject())
        {
            if (TypeOf(property, name) is { } type)
            {
                Nodes.Add(parent, new MemberVariant(name, property.Name, type), ref found);
                return;
            }
        }
    }

    /// <summary>The type when the property carries the element: by its value, or as choice by the end of its name.</summary>
    private static FhirPathType? TypeOf(JsonProperty property, string name)
    {
        if (property.NameEquals(name))
        {
            return FhirPathType.Unknown(Guess(property.Value));
        }

        var suffix = property.Name.StartsWith(name, StringComparison.Ordinal) ? property.Name[name.Length..] : string.Empty;
        return suffix.Length > 0 && char.IsAsciiLetterUpper(suffix[0])
            ? FhirPathType.Find(suffix) ?? FhirPathType.Find(char.ToLowerInvariant(suffix[0]) + suffix[1..])
            : null;
    }

    private static string Guess(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt32(out _) ? "integer" : "decimal",
        JsonValueKind.Array when value.GetArrayLength() > 0 => Guess(value[0]),
        _ => "Element*",
    };
}
