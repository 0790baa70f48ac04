using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>
/// What a profile and the profiles below it demand of one element: a sparse snapshot, which holds only elements that some
/// differential names. Built once a profile and not changed afterwards.
/// </summary>
internal sealed class Constraint(string name, ElementTable? table)
{
    /// <summary>The FHIRPath name; a choice is named without <c>[x]</c>.</summary>
    public string Name => name;

    /// <summary>Name for messages: <c>component:vaf</c> for a slice.</summary>
    public required string Label { get; init; }

    /// <summary>The element's children by the base definitions, where its type is one.</summary>
    public ElementTable? Table { get; set; } = table;

    public int Min { get; set; }

    public int Max { get; set; } = int.MaxValue;

    /// <summary>The types that are left; empty for those of the base.</summary>
    public IReadOnlyList<TypeConstraint> Types { get; set; } = [];

    /// <summary><c>fixed[x]</c>.</summary>
    public JsonElement? Fixed { get; set; }

    /// <summary><c>pattern[x]</c>.</summary>
    public JsonElement? Pattern { get; set; }

    /// <summary>In characters.</summary>
    public int? MaxLength { get; set; }

    /// <summary><c>minValue[x]</c> of a number.</summary>
    public decimal? MinValue { get; set; }

    /// <summary><c>maxValue[x]</c> of a number.</summary>
    public decimal? MaxValue { get; set; }

    public ElementBinding? Binding { get; set; }

    public List<CompiledInvariant> Invariants { get; } = [];

    public Slicing? Slicing { get; set; }

    public Dictionary<string, Constraint> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>By slice name, in the order of the profile.</summary>
    public OrderedDictionary<string, Constraint> Slices { get; } = new(StringComparer.Ordinal);

    /// <summary>The step that finds the element's values from its parent.</summary>
    public MemberAccess Access => field ??= new MemberAccess(Name);

    /// <summary>A constraint that demands nothing yet.</summary>
    public static Constraint Of(string name, ElementTable? table) => new(name, table) { Label = name };

    /// <summary>A copy that a derived profile goes on from.</summary>
    public Constraint Clone()
    {
        var copy = new Constraint(Name, Table)
        {
            Label = Label, Min = Min, Max = Max, Types = Types, Fixed = Fixed, Pattern = Pattern, MaxLength = MaxLength, MinValue = MinValue, MaxValue = MaxValue, Binding = Binding, Slicing = Slicing,
        };
        copy.Invariants.AddRange(Invariants);
        foreach (var (key, child) in Children)
        {
            copy.Children.Add(key, child.Clone());
        }

        foreach (var (key, slice) in Slices)
        {
            copy.Slices.Add(key, slice.Clone());
        }

        return copy;
    }
}
