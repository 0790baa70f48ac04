using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>One <c>operation</c> of a FHIRPath Patch.</summary>
/// <param name="Type">add, insert, delete, replace or move.</param>
/// <param name="Path">What it is about.</param>
internal sealed record FhirPathPatchOperation(string Type, FhirPathExpression Path)
{
    /// <summary>Of an add: the element's name.</summary>
    public string Name { get; private init; } = string.Empty;

    /// <summary>Of add, insert and replace: the part that carries the value.</summary>
    public JsonElement Value { get; private init; }

    /// <summary>Of an insert: where.</summary>
    public int Index { get; private init; }

    /// <summary>Of a move: from where.</summary>
    public int Source { get; private init; }

    /// <summary>Of a move: to where, counted after the removal.</summary>
    public int Destination { get; private init; }

    /// <exception cref="OperationProblem">Structure.</exception>
    public static FhirPathPatchOperation Read(JsonElement parameter, int index)
    {
        if (parameter.Text("name") != "operation")
        {
            throw PatchProblem.Malformed(index, $"its parameter is 'operation', not '{parameter.Text("name")}'.");
        }

        var parts = parameter.Items("part").ToLookup(part => part.Text("name") ?? string.Empty, StringComparer.Ordinal);
        var type = Text(parts, "type", index);
        var operation = new FhirPathPatchOperation(type, Expression(Text(parts, "path", index), index));
        return type switch
        {
            "add" => operation with { Name = Text(parts, "name", index), Value = Part(parts, "value", index) },
            "insert" => operation with { Index = Number(parts, "index", index), Value = Part(parts, "value", index) },
            "delete" => operation,
            "replace" => operation with { Value = Part(parts, "value", index) },
            "move" => operation with { Source = Number(parts, "source", index), Destination = Number(parts, "destination", index) },
            _ => throw PatchProblem.Malformed(index, $"'{type}' is none of add, insert, delete, replace, move."),
        };
    }

    private static FhirPathExpression Expression(string text, int index)
    {
        try
        {
            return FhirPathExpression.Parse(text);
        }
        catch (FhirPathException e)
        {
            throw PatchProblem.Malformed(index, $"its path is no FHIRPath: {e.Message}");
        }
    }

    private static JsonElement Part(ILookup<string, JsonElement> parts, string name, int index)
        => parts[name].Take(2).ToList() is [var only] ? only : throw PatchProblem.Malformed(index, $"it needs one part '{name}'.");

    private static string Text(ILookup<string, JsonElement> parts, string name, int index)
        => FhirValue.Read(Part(parts, name, index), name)?.Json is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw PatchProblem.Malformed(index, $"its part '{name}' has no text.");

    private static int Number(ILookup<string, JsonElement> parts, string name, int index)
        => FhirValue.Read(Part(parts, name, index), name)?.Json is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= 0
            ? value
            : throw PatchProblem.Malformed(index, $"its part '{name}' has no whole number from 0.");
}
