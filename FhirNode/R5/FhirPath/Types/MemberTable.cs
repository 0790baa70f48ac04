using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.FhirPath.Types;

/// <summary>The members of one type with their types resolved, made once from the definitions.</summary>
internal sealed class MemberTable
{
    private readonly Dictionary<string, FhirPathMember> _members = [];
    private readonly Dictionary<string, MemberVariant> _properties = new(Utf8TextComparer.Instance);
    private readonly Dictionary<string, MemberVariant>.AlternateLookup<ReadOnlySpan<byte>> _utf8;

    public MemberTable(ElementTable children)
    {
        var properties = children.Properties.ToLookup(property => property.Element);
        foreach (var element in children.Elements)
        {
            Add(element, [.. properties[element].Select(property => Variant(element, property))]);
        }

        _utf8 = _properties.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public FhirPathMember? Member(string name) => _members.GetValueOrDefault(name);

    public MemberVariant? Property(ReadOnlySpan<byte> jsonName) => _utf8.TryGetValue(jsonName, out var found) ? found : null;

    private static MemberVariant Variant(ElementDefinition element, PropertyDefinition property)
    {
        var type = element.Children is { } nested
            ? FhirPathType.OfNested(property.TypeCode, nested)
            : FhirPathType.Find(property.TypeCode) ?? FhirPathType.Unknown(property.TypeCode);
        return new MemberVariant(element.Name, property.Name, type);
    }

    private void Add(ElementDefinition element, MemberVariant[] variants)
    {
        _members[element.Name] = new FhirPathMember(element.Name, element.IsChoice, element.IsArray, variants);
        foreach (var variant in variants)
        {
            _properties[variant.JsonName] = variant;
        }
    }
}
