using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>A list of elements; a primitive's id and extensions move with it.</summary>
internal sealed class ElementSlots(ElementSlot first, FhirPathType type)
{
    private readonly JsonObject _holder = first.Holder;
    private readonly string _name = first.Name;

    private JsonArray Items => (JsonArray)_holder[_name]!;

    public void Insert(int index, JsonElement part, FhirPathEdit edit)
    {
        if (index > Items.Count)
        {
            throw edit.Problem($"the list {_name} has {Items.Count} elements; index {index} lies beyond its end.");
        }

        var content = ElementContent.Read(part, type, edit);
        ShadowList.Insert(_holder, _name, index, content.Shadow);
        Items.Insert(index, content.Main);
    }

    public void Move(int source, int destination, FhirPathEdit edit)
    {
        if (source >= Items.Count || destination >= Items.Count)
        {
            throw edit.Problem($"the list {_name} has {Items.Count} elements; {Math.Max(source, destination)} is none of them.");
        }

        Move(Items, source, destination);
        if (ShadowList.Of(_holder, _name, Items.Count) is { } shadows)
        {
            Move(shadows, source, destination);
        }
    }

    private static void Move(JsonArray list, int source, int destination)
    {
        var item = list[source];
        list.RemoveAt(source);
        list.Insert(destination, item);
    }
}
