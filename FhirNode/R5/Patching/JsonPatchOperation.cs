using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>One operation of a JSON Patch (RFC 6902, section 4).</summary>
internal sealed record JsonPatchOperation(string Op, JsonPointer Path, JsonPointer? From, JsonElement? Value)
{
    /// <exception cref="OperationProblem">Structure.</exception>
    public static JsonPatchOperation Read(JsonElement operation, int index)
    {
        var op = operation.Text("op") ?? throw PatchProblem.Malformed(index, "it has no op.");
        var value = operation.Child("value");
        if (op is not ("add" or "remove" or "replace" or "move" or "copy" or "test"))
        {
            throw PatchProblem.Malformed(index, $"'{op}' is none of add, remove, replace, move, copy, test.");
        }

        if (op is "add" or "replace" or "test" && value is null)
        {
            throw PatchProblem.Malformed(index, $"{op} needs a value.");
        }

        return new JsonPatchOperation(op, Pointer(operation, "path", index), op is "move" or "copy" ? Pointer(operation, "from", index) : null, value);
    }

    public JsonNode? Apply(JsonNode? document, int index, PatchLimits limits) => Op switch
    {
        "add" => Add(document, Content(), index),
        "remove" => Remove(document, Path, index),
        "replace" => Replace(document, index),
        "move" => Move(document, index),
        "copy" => Add(document, limits.Copy(Find(document, From!, index)), index),
        _ => Test(document, index),
    };

    private static JsonPointer Pointer(JsonElement operation, string name, int index) => operation.Text(name) is { } text
        ? JsonPointer.TryParse(text) ?? throw PatchProblem.Malformed(index, $"'{text}' is no JSON Pointer.")
        : throw PatchProblem.Malformed(index, $"it has no {name}.");

    private JsonNode? Content() => JsonNode.Parse(Value!.Value.GetRawText());

    private static JsonNode? Find(JsonNode? document, JsonPointer pointer, int index) => pointer.TryFind(document, out var found)
        ? found
        : throw PatchProblem.Unfitting(index, $"there is nothing at '{pointer.Text}'.");

    private JsonNode? Add(JsonNode? document, JsonNode? value, int index)
    {
        PatchLimits.CheckDepth(Path.Depth, value);
        if (Path.IsRoot)
        {
            return value;
        }

        switch (Path.Parent(document))
        {
            case JsonObject parent:
                parent[Path.Last] = value;
                break;
            case JsonArray parent when Position(parent) is var position && position >= 0 && position <= parent.Count:
                parent.Insert(position, value);
                break;
            default:
                throw PatchProblem.Unfitting(index, $"there is no place '{Path.Text}' to add to.");
        }

        return document;
    }

    private int Position(JsonArray parent) => Path.Last == "-" ? parent.Count : JsonPointer.Index(Path.Last);

    private static JsonNode? Remove(JsonNode? document, JsonPointer pointer, int index)
    {
        Find(document, pointer, index);
        if (pointer.IsRoot)
        {
            return null;
        }

        if (pointer.Parent(document) is JsonObject parent)
        {
            parent.Remove(pointer.Last);
        }
        else
        {
            ((JsonArray)pointer.Parent(document)!).RemoveAt(JsonPointer.Index(pointer.Last));
        }

        return document;
    }

    private JsonNode? Replace(JsonNode? document, int index)
    {
        PatchLimits.CheckDepth(Path.Depth, Content());
        Find(document, Path, index);
        if (Path.IsRoot)
        {
            return Content();
        }

        if (Path.Parent(document) is JsonObject parent)
        {
            parent[Path.Last] = Content();
        }
        else
        {
            ((JsonArray)Path.Parent(document)!)[JsonPointer.Index(Path.Last)] = Content();
        }

        return document;
    }

    private JsonNode? Move(JsonNode? document, int index)
    {
        if (From!.IsAbove(Path))
        {
            throw PatchProblem.Unfitting(index, $"'{From.Text}' cannot be moved into itself.");
        }

        var value = Find(document, From, index)?.DeepClone();
        return Add(Remove(document, From, index), value, index);
    }

    private JsonNode? Test(JsonNode? document, int index) => JsonNode.DeepEquals(Find(document, Path, index), Content())
        ? document
        : throw PatchProblem.Unfitting(index, $"the value at '{Path.Text}' is another.");
}
