namespace GenoMed.Fhir.R5.Definitions;

/// <summary>The child elements of a type or of a backbone element, found by FHIRPath name or by JSON name.</summary>
public sealed class ElementTable
{
    private readonly Dictionary<string, ElementDefinition> _elements;
    private readonly Dictionary<string, PropertyDefinition> _properties = new(Utf8TextComparer.Instance);
    private readonly Dictionary<string, PropertyDefinition>.AlternateLookup<ReadOnlySpan<byte>> _utf8;

    internal ElementTable(IReadOnlyList<ElementDefinition> elements)
    {
        Elements = elements;
        _elements = elements.ToDictionary(element => element.Name);
        foreach (var element in elements)
        {
            AddProperties(element, first: _properties.Count);
        }

        Properties = [.. _properties.Values];
        Required = [.. Properties.Where(property => property.Element.Min > 0 && property.Index == property.First)];
        _utf8 = _properties.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Every child, inherited ones first, in the order of the specification.</summary>
    public IReadOnlyList<ElementDefinition> Elements { get; }

    /// <summary>Every JSON property, without the <c>_name</c> companions of primitives.</summary>
    public IReadOnlyList<PropertyDefinition> Properties { get; }

    /// <summary>The child of this FHIRPath name (<c>value</c> for <c>value[x]</c>), or null.</summary>
    public ElementDefinition? Element(string name) => _elements.GetValueOrDefault(name);

    /// <summary>The child that a JSON property carries (<c>valueQuantity</c>), or null.</summary>
    public PropertyDefinition? Property(string jsonName) => _properties.GetValueOrDefault(jsonName);

    /// <summary>The same for a name as UTF-8.</summary>
    public PropertyDefinition? Property(ReadOnlySpan<byte> jsonName) => _utf8.TryGetValue(jsonName, out var found) ? found : null;

    /// <summary>The first property of each element that must be there.</summary>
    internal IReadOnlyList<PropertyDefinition> Required { get; }

    private void AddProperties(ElementDefinition element, int first)
    {
        foreach (var type in element.Types)
        {
            var name = element.IsChoice ? element.Name + char.ToUpperInvariant(type[0]) + type[1..] : element.Name;
            _properties.Add(name, new PropertyDefinition(name, element, type, _properties.Count) { First = first });
        }
    }
}
