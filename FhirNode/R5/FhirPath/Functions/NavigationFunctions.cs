using System.Runtime.InteropServices;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.8, in the order of the JSON.</summary>
internal static class NavigationFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("children", 0, 0, (focus, _, scope) => Children(focus, scope)),
        new("descendants", 0, 0, Descendants),
    ];

    private static FhirPathCollection Children(FhirPathCollection focus, Scope scope)
    {
        var found = default(CollectionBuilder);
        foreach (var item in focus)
        {
            Add(item, ref found);
        }

        scope.Evaluation.Charge(found.Count);
        return found.Build();
    }

    private static FhirPathCollection Descendants(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var found = default(CollectionBuilder);
        for (var level = Children(focus, scope); !level.IsEmpty; level = Children(level, scope))
        {
            found.AddRange(level);
        }

        return found.Build();
    }

    private static void Add(FhirPathValue item, ref CollectionBuilder found)
    {
        var element = item.Element.ValueKind == JsonValueKind.Object ? item.Element : item.Shadow;
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var owner = item.Element.ValueKind == JsonValueKind.Object ? item : new FhirPathValue(FhirPathType.Find("Element")!, element, item, null);
        foreach (var property in element.EnumerateObject())
        {
            AddProperty(owner, property, ref found);
        }
    }

    // Beside "x", "_x" is no child of its own.
    private static void AddProperty(FhirPathValue owner, JsonProperty property, ref CollectionBuilder found)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        var isShadow = name.Length > 0 && name[0] == (byte)'_';
        var elementName = isShadow ? name[1..] : name;
        if ((isShadow && owner.Element.TryGetProperty(elementName, out _)) || name.SequenceEqual("resourceType"u8))
        {
            return;
        }

        if (owner.TypeInfo.Property(elementName) is { } variant)
        {
            Nodes.Add(owner, variant, ref found);
        }
        else if (owner.TypeInfo.IsOpen && !isShadow)
        {
            OpenMembers.Add(owner, property.Name, ref found);
        }
    }
}
