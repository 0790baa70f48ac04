using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Validation;

internal sealed partial class ValidationWalk
{
    private void Value(ref Utf8JsonReader reader, PropertyDefinition property, scoped PropertySet seen)
    {
        _path.Enter(property.Element.Name);
        if (property.Element.IsChoice && !seen.HasValue(property) && HasOtherType(property, seen))
        {
            Report(IssueCode.Structure, $"{property.Element.Path} is given in several types, one of them {property.Name}; leave one.");
        }

        if (!seen.AddValue(property))
        {
            Report(IssueCode.Structure, $"{property.Name} is given twice in the same object; leave one.");
        }

        reader.Read();
        Items(ref reader, property, seen, isCompanion: false);
        _path.Leave();
    }

    private void Companion(ref Utf8JsonReader reader, PropertyDefinition property, scoped PropertySet seen)
    {
        _path.Enter(property.Element.Name);
        if (!seen.AddCompanion(property))
        {
            Report(IssueCode.Structure, $"_{property.Name} is given twice in the same object; leave one.");
        }

        reader.Read();
        Items(ref reader, property, seen, isCompanion: true);
        _path.Leave();
    }

    private static bool HasOtherType(PropertyDefinition property, scoped PropertySet seen)
        => seen.HasElement(property) && !seen.HasCompanion(property);

    private void Items(ref Utf8JsonReader reader, PropertyDefinition property, scoped PropertySet seen, bool isCompanion)
    {
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        if (isArray != property.Element.IsArray)
        {
            Report(IssueCode.Structure, isArray ? $"{property.Name} is a single value; write it without [ ]." : $"{property.Name} may repeat; write it as an array, [ ... ].");
            reader.Skip();
        }
        else if (isArray)
        {
            Array(ref reader, property, seen, isCompanion);
        }
        else
        {
            Item(ref reader, property, isCompanion);
        }
    }

    private void Array(ref Utf8JsonReader reader, PropertyDefinition property, scoped PropertySet seen, bool isCompanion)
    {
        var count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            _path.At(count);
            if (reader.TokenType == JsonTokenType.Null && property.IsPrimitive)
            {
                NullItem(property, seen, isCompanion);
            }
            else
            {
                Item(ref reader, property, isCompanion);
            }
        }

        if (count == 0 || count > property.Element.Max)
        {
            Report(IssueCode.Structure, count == 0 ? $"{property.Name} is an empty array; leave it out." : $"{property.Name} has {count} items; at most {property.Element.Max} are allowed.");
        }
    }

    // A null keeps the place of an item that has only extensions, or of one that has none.
    private static void NullItem(PropertyDefinition property, scoped PropertySet seen, bool isCompanion)
    {
        if (!isCompanion)
        {
            seen.AddNull(property);
        }
    }

    private void Item(ref Utf8JsonReader reader, PropertyDefinition property, bool isCompanion)
    {
        if (property.IsPrimitive && !isCompanion)
        {
            Primitive(ref reader, property);
        }
        else if (reader.TokenType != JsonTokenType.StartObject)
        {
            Report(IssueCode.Structure, isCompanion ? $"_{property.Name} holds id and extensions; write an object, {{ ... }}." : $"{property.Name} is a {property.TypeCode}; write an object, {{ ... }}.");
            reader.Skip();
        }
        else if (property.IsResource)
        {
            NestedResource(ref reader, ResourceTypeOf(reader));
        }
        else
        {
            RequiredConcept(reader, property);
            Object(ref reader, isCompanion ? _companion : property.Structure, property.Element.Children is null ? property.TypeCode : property.Element.Path);
        }
    }
}
