using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>Resources that many patients share, by id: written once, and sent once in a load.</summary>
internal sealed class SharedEntries
{
    /// <summary>A cohort whose patients were all tested for something else shares nothing, and must not fill the memory.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, BundleEntry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<BundleEntry, bool> _known = new(ReferenceEqualityComparer.Instance);

    public BundleEntry Get(string id, Func<BundleEntry> make)
    {
        if (_entries.TryGetValue(id, out var known))
        {
            return known;
        }

        var made = make();
        if (_entries.Count >= Most)
        {
            return made;
        }

        var kept = _entries.GetOrAdd(id, made);
        _known[kept] = true;
        return kept;
    }

    /// <summary>Whether the entry is one of those that are shared.</summary>
    public bool Contains(BundleEntry entry) => _known.ContainsKey(entry);
}
