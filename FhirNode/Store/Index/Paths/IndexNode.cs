using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>
/// All paths of a type's search parameters as one tree of JSON property names: a resource is walked once, and
/// only along what some parameter asks for.
/// </summary>
internal sealed class IndexNode
{
    private readonly Dictionary<string, IndexNode> _children = new(Utf8TextComparer.Instance);
    private readonly List<(IElementFilter Filter, IndexNode Node)> _filtered = [];
    private readonly List<IValueReader> _readers = [];

    public void Add(IValueReader reader) => _readers.Add(reader);

    public IndexNode Child(string jsonName)
    {
        if (!_children.TryGetValue(jsonName, out var child))
        {
            child = new IndexNode();
            _children.Add(jsonName, child);
        }

        return child;
    }

    public IndexNode Where(IElementFilter filter)
    {
        foreach (var known in _filtered)
        {
            if (known.Filter.Equals(filter))
            {
                return known.Node;
            }
        }

        var node = new IndexNode();
        _filtered.Add((filter, node));
        return node;
    }

    public void Collect(JsonElement element, List<IndexRow> rows)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, rows);
            }
        }
        else if (element.ValueKind != JsonValueKind.Null)
        {
            CollectOne(element, rows);
        }
    }

    private void CollectOne(JsonElement element, List<IndexRow> rows)
    {
        foreach (var reader in _readers)
        {
            reader.Read(element, rows);
        }

        foreach (var (filter, node) in _filtered)
        {
            if (filter.Accepts(element))
            {
                node.Collect(element, rows);
            }
        }

        if (_children.Count > 0 && element.ValueKind == JsonValueKind.Object)
        {
            CollectChildren(element, rows);
        }
    }

    private void CollectChildren(JsonElement element, List<IndexRow> rows)
    {
        var byName = _children.GetAlternateLookup<ReadOnlySpan<byte>>();
        foreach (var property in element.EnumerateObject())
        {
            if (byName.TryGetValue(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(property), out var child))
            {
                child.Collect(property.Value, rows);
            }
        }
    }
}
