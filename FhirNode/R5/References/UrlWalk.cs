using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.References;

/// <summary>
/// Finds the strings of a resource that hold or may hold URLs, by the types of their elements: an identifier's value that
/// looks like a URN is none of them.
/// </summary>
public ref struct UrlWalk
{
    private static readonly ElementTable Element = R5Definitions.Instance.Type("Element")!.Children;

    private readonly Stack<(ElementTable? Table, PropertyDefinition? Property, bool IsShadow)> _outer = new();
    private Utf8JsonReader _reader;
    private ElementTable? _table;
    private PropertyDefinition? _property;
    private bool _isShadow;

    /// <param name="resource">What to walk over.</param>
    public UrlWalk(Resource resource)
        => _reader = new Utf8JsonReader(resource.Json.Span, new JsonReaderOptions { MaxDepth = Resource.MaxDepth });

    /// <summary>What the string is.</summary>
    public UrlRole Role { get; private set; }

    /// <summary>The string, decoded.</summary>
    public readonly string Text => _reader.GetString()!;

    /// <summary>The string's bytes as they stand, between its quotes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _reader.ValueSpan;

    /// <summary>Where it begins in the JSON, with its quote.</summary>
    public readonly int Start => (int)_reader.TokenStartIndex;

    /// <summary>Where it ends, after its quote.</summary>
    public readonly int End => (int)_reader.BytesConsumed;

    /// <summary>Goes on to the next string; false at the end.</summary>
    public bool MoveNext()
    {
        while (_reader.Read())
        {
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _outer.Push((_table, _property, _isShadow));
                    _table = Inner();
                    break;
                case JsonTokenType.EndObject:
                    (_table, _property, _isShadow) = _outer.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    FindProperty();
                    break;
                case JsonTokenType.String when !_isShadow && _property is { } property && RoleOf(property) is { } role:
                    Role = role;
                    return true;
            }
        }

        return false;
    }

    private static UrlRole? RoleOf(PropertyDefinition property) => property.TypeCode switch
    {
        "uri" or "url" or "canonical" or "oid" or "uuid" => UrlRole.Uri,
        "xhtml" => UrlRole.Narrative,
        "string" when property.Element.Path == "Reference.reference" => UrlRole.Reference,
        _ => null,
    };

    private void FindProperty()
    {
        var name = _reader.ValueSpan;
        _isShadow = name.Length > 0 && name[0] == (byte)'_';
        _property = _table?.Property(_isShadow ? name[1..] : name);
    }

    private readonly ElementTable? Inner()
    {
        if (_outer.Count == 1 || (!_isShadow && _property is { IsResource: true }))
        {
            return ResourceTable(_reader);
        }

        return _isShadow ? Element : _property is { IsPrimitive: false } property ? property.Structure : null;
    }

    // resourceType may stand anywhere in the object; the copy of the reader looks for it.
    private static ElementTable? ResourceTable(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth + 1;
        while (reader.Read() && reader.CurrentDepth >= depth)
        {
            if (reader.CurrentDepth == depth && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("resourceType"u8))
            {
                reader.Read();
                return reader.TokenType == JsonTokenType.String ? R5Definitions.Instance.Type(reader.GetString()!)?.Children : null;
            }
        }

        return null;
    }
}
