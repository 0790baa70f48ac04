using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Lays the elements of a differential over what its base demands.</summary>
internal sealed class DifferentialReader(string url, Constraint root)
{
    /// <exception cref="OperationProblem">An element is none of the type.</exception>
    public void Apply(IEnumerable<JsonElement> elements)
    {
        foreach (var element in elements)
        {
            ElementReader.Apply(element, Locate(element.Text("id") ?? element.Text("path") ?? root.Name));
        }
    }

    // The id says more than the path: Observation.component:vaf.value[x] (R5 elementdefinition.html#id).
    private Constraint Locate(string id)
    {
        var at = root;
        foreach (var step in id.Split('.').Skip(1))
        {
            var colon = step.IndexOf(':', StringComparison.Ordinal);
            at = Child(at, colon < 0 ? step : step[..colon], id);
            at = colon < 0 ? at : step[(colon + 1)..].Split('/').Aggregate(at, Slice);
        }

        return at;
    }

    private Constraint Child(Constraint parent, string written, string id)
    {
        var name = written.EndsWith("[x]", StringComparison.Ordinal) ? written[..^3] : written;
        if (parent.Children.TryGetValue(name, out var known))
        {
            return known;
        }

        if (parent.Table?.Element(name) is { } element)
        {
            return parent.Children[name] = Constraint.Of(name, TableOf(element, element.Types));
        }

        // valueQuantity is short for value[x]:valueQuantity.
        return parent.Table?.Property(name) is { Element.IsChoice: true } choice
            ? TypeSlice(Child(parent, choice.Element.Name, id), choice)
            : throw ProfileSet.Fault(url, $"its element {id} is none of the type: '{written}' is not known there");
    }

    private static Constraint TypeSlice(Constraint choice, PropertyDefinition property)
    {
        var slice = Slice(choice, property.Name);
        slice.Types = [new TypeConstraint(property.TypeCode, [], [])];
        slice.Table = property.Structure;
        return slice;
    }

    private static Constraint Slice(Constraint sliced, string name)
    {
        if (!sliced.Slices.TryGetValue(name, out var slice))
        {
            slice = new Constraint(sliced.Name, sliced.Table) { Label = $"{sliced.Label}:{name}" };
            sliced.Slices.Add(name, slice);
        }

        sliced.Slicing ??= sliced.Name is "extension" or "modifierExtension" ? Slicing.ByUrl : Slicing.ByType;
        return slice;
    }

    internal static ElementTable? TableOf(ElementDefinition element, IReadOnlyList<string> types)
        => element.Children ?? (types.Count == 1 ? R5Definitions.Instance.Type(types[0])?.Children : null);
}
