using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Index.Paths;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>A composite: for each element, every combination of the values of its parts is a row.</summary>
internal sealed class CompositeReader : IValueReader
{
    // An element with more combinations has its first ones in the index only.
    private const int MaxRows = 1000;

    private readonly string _name;
    private readonly IReadOnlyList<(SearchKind Kind, IndexNode Node)> _parts;

    private CompositeReader(string name, IReadOnlyList<(SearchKind Kind, IndexNode Node)> parts)
    {
        _name = name;
        _parts = parts;
    }

    /// <summary>The reader for elements of a type; null where the parts cannot be found on it.</summary>
    public static CompositeReader? For(SearchParameterDefinition composite, string typeCode, ElementTable? children, string resourceType)
    {
        var kinds = CompositeParts.Kinds(composite);
        return kinds.Count > 0 && CompositeParts.Paths(composite) is { } paths
            ? new CompositeReader($"{resourceType}.{composite.Code}", [.. kinds.Zip(paths, (kind, path) => (kind, Tree(kind, path, typeCode, children)))])
            : null;
    }

    public void Read(JsonElement element, List<IndexRow> rows)
    {
        IEnumerable<IndexRow> combined = [new IndexRow(SearchKind.Composite, _name)];
        var slots = new CompositeSlots();
        foreach (var (kind, node) in _parts)
        {
            var values = new List<IndexRow>();
            node.Collect(element, values);
            var slot = slots.Next(kind);
            combined = combined.SelectMany(row => values.Where(value => value.Kind == kind && value.Parameter.Length == 0).Select(value => With(row, value, slot)));
        }

        rows.AddRange(combined.Take(MaxRows));
    }

    private static IndexNode Tree(SearchKind kind, IReadOnlyList<IReadOnlyList<PathStep>> paths, string typeCode, ElementTable? children)
    {
        var root = new IndexNode();
        var builder = new IndexTreeBuilder(root, children, typeCode);
        foreach (var steps in paths)
        {
            builder.Add(steps, (type, _) => ValueReaders.For(kind, "", type));
        }

        return root;
    }

    private static IndexRow With(in IndexRow row, in IndexRow value, CompositeSlot slot)
    {
        var (low, high) = value.Kind == SearchKind.Date
            ? (CompositeParts.Milliseconds(value.Low), CompositeParts.Milliseconds(value.High))
            : (value.LowNumber, value.HighNumber);
        var texts = slot.Text == CompositeSlot.SecondText
            ? row with { Text2 = value.Text, Symbol2 = value.Symbol }
            : value.Kind == SearchKind.Date ? row : row with { Text = value.Text, Symbol = value.Symbol };
        return value.Kind is not (SearchKind.Date or SearchKind.Quantity)
            ? texts
            : slot.Low == CompositeSlot.SecondLow
                ? texts with { LowNumber2 = low, HighNumber2 = high }
                : texts with { LowNumber = low, HighNumber = high };
    }
}
