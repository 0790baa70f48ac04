using System.Runtime.InteropServices;
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
    private readonly (SearchKind Kind, IndexNode Node, CompositeSlot Slot)[] _parts;

    // From the last part to the first: a value is rarer than the code before it, and an element without one is done with.
    private CompositeReader(string name, IReadOnlyList<(SearchKind Kind, IndexNode Node)> parts)
    {
        var slots = new CompositeSlots();
        _name = name;
        _parts = [.. parts.Select(part => (part.Kind, part.Node, slots.Next(part.Kind))).Reverse()];
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
        var scratch = CompositeScratch.OfThisThread;
        scratch.Combined.Clear();
        scratch.Combined.Add(new IndexRow(SearchKind.Composite, _name));
        foreach (var (kind, node, slot) in _parts)
        {
            scratch.Values.Clear();
            node.Collect(element, scratch.Values);
            scratch.Next.Clear();
            Combine(scratch, kind, slot);
            if (scratch.Next.Count == 0)
            {
                return;
            }

            scratch.Advance();
        }

        rows.AddRange(scratch.Combined);
    }

    private static void Combine(CompositeScratch scratch, SearchKind kind, CompositeSlot slot)
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(scratch.Combined))
        {
            foreach (ref readonly var value in CollectionsMarshal.AsSpan(scratch.Values))
            {
                if (value.Kind == kind && value.Parameter.Length == 0 && scratch.Next.Count < MaxRows)
                {
                    scratch.Next.Add(With(row, value, slot));
                }
            }
        }
    }

    private static IndexNode Tree(SearchKind kind, IReadOnlyList<IReadOnlyList<PathStep>> paths, string typeCode, ElementTable? children)
    {
        var root = new IndexNode();
        var builder = new IndexTreeBuilder(root, children, typeCode);
        foreach (var steps in paths)
        {
            builder.Add(steps, end => ValueReaders.For(kind, "", end.TypeCode));
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
