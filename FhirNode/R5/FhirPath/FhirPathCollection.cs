using System.Collections;

namespace GenoMed.Fhir.R5.FhirPath;

/// <summary>
/// An ordered collection of values. Empty and single collections, by far the most frequent, allocate nothing.
/// </summary>
public readonly struct FhirPathCollection : IReadOnlyList<FhirPathValue>
{
    // null, one FhirPathValue, or an array of which the first Count items count.
    private readonly object? _items;

    public FhirPathCollection(FhirPathValue value)
    {
        _items = value;
        Count = 1;
    }

    internal FhirPathCollection(FhirPathValue[] items, int count)
    {
        _items = count == 0 ? null : items;
        Count = count;
    }

    /// <summary>The collection without values, <c>{}</c>.</summary>
    public static FhirPathCollection Empty => default;

    public int Count { get; }

    public bool IsEmpty => Count == 0;

    /// <summary>The first value, or null when there is none.</summary>
    public FhirPathValue? FirstOrDefault => Count == 0 ? null : this[0];

    public FhirPathValue this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _items is FhirPathValue[] many ? many[index] : (FhirPathValue)_items!;
        }
    }

    public static implicit operator FhirPathCollection(FhirPathValue? value) => value is null ? default : new FhirPathCollection(value);

    public static FhirPathCollection Of(IEnumerable<FhirPathValue> values)
    {
        var items = values.ToArray();
        return items.Length == 1 ? new FhirPathCollection(items[0]) : new FhirPathCollection(items, items.Length);
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<FhirPathValue> IEnumerable<FhirPathValue>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values from <paramref name="start"/> on, at most <paramref name="count"/> of them.</summary>
    internal FhirPathCollection Slice(int start, int count)
    {
        var from = Math.Max(0, start);
        var length = Math.Min(count, Count - from);
        return length <= 0 ? Empty
            : length == Count ? this
            : length == 1 ? new FhirPathCollection(this[from])
            : new FhirPathCollection(((FhirPathValue[])_items!).AsSpan(from, length).ToArray(), length);
    }

    /// <summary>Walks a collection without allocating.</summary>
    public struct Enumerator(FhirPathCollection source) : IEnumerator<FhirPathValue>
    {
        private int _index = -1;

        public readonly FhirPathValue Current => source[_index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < source.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
