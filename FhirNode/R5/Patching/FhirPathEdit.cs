using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>Applies one operation of a FHIRPath Patch to a document.</summary>
/// <param name="document">Is changed.</param>
/// <param name="index">The operation's place in the patch, for messages.</param>
internal sealed class FhirPathEdit(JsonObject document, int index)
{
    private readonly FhirPathValue _root = FhirPathValue.Of(Resource.Parse(PatchedResource.Bytes(document)));

    /// <exception cref="OperationProblem">Unprocessable.</exception>
    public void Apply(FhirPathPatchOperation operation)
    {
        var found = Evaluate(operation.Path);
        switch (operation.Type)
        {
            case "add":
                Add(operation, Single(found, operation));
                break;
            case "insert":
                Slots(found, operation).Insert(operation.Index, operation.Value, this);
                break;
            case "delete" when found.Count > 0:
                Place(Single(found, operation)).Delete();
                break;
            case "replace":
                Place(Single(found, operation)).Replace(operation.Value, this);
                break;
            case "move":
                Slots(found, operation).Move(operation.Source, operation.Destination, this);
                break;
        }
    }

    public OperationProblem Problem(string text, string? expression = null) => PatchProblem.Unfitting(index, text, expression);

    private IReadOnlyList<FhirPathValue> Evaluate(FhirPathExpression path)
    {
        try
        {
            return [.. path.Evaluate(_root)];
        }
        catch (FhirPathException e)
        {
            throw Problem(e.Message, path.Text);
        }
    }

    private FhirPathValue Single(IReadOnlyList<FhirPathValue> found, FhirPathPatchOperation operation) => found switch
    {
        [var only] => only,
        [] => throw Problem($"there is nothing at {operation.Path} to {operation.Type}.", operation.Path.Text),
        _ => throw Problem($"{operation.Path} finds {found.Count} elements; {operation.Type} takes one.", operation.Path.Text),
    };

    private void Add(FhirPathPatchOperation operation, FhirPathValue target)
    {
        var holder = ElementLocator.Holder(document, _root, target) ?? throw Problem($"{operation.Path} is no element that can hold '{operation.Name}'.", operation.Path.Text);
        new ElementWriter(holder, ElementLocator.HolderType(target), this).Add(operation.Name, operation.Value);
    }

    private ElementSlot Place(FhirPathValue value)
        => ElementLocator.Slot(document, _root, value) ?? throw Problem("its path gives a computed value, not an element of the resource.");

    // The items of one list.
    private ElementSlots Slots(IReadOnlyList<FhirPathValue> found, FhirPathPatchOperation operation)
    {
        var slots = found.Select(Place).ToList();
        if (slots.Count == 0)
        {
            throw Problem($"there is no list at {operation.Path}; add makes the first element.", operation.Path.Text);
        }

        return slots.All(slot => slot.Holder == slots[0].Holder && slot.Name == slots[0].Name && slot.Index >= 0)
            ? new ElementSlots(slots[0], found[0].TypeInfo)
            : throw Problem($"{operation.Path} is not one list.", operation.Path.Text);
    }
}
