using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>The columns of a header by name; what is taken is no longer there.</summary>
internal sealed class ColumnNames
{
    private readonly Dictionary<string, FileColumn> _columns = new(StringComparer.Ordinal);

    public ColumnNames(string[] header, FaultList faults)
    {
        for (var field = 0; field < header.Length; field++)
        {
            var (name, unit) = ColumnHeader.Parse(header[field]);
            if (!_columns.TryAdd(name, new FileColumn(name, field, unit)))
            {
                faults.Add(1, name, header[field], EtlRule.DuplicateColumn, "The column stands there twice; keep one.");
            }
        }
    }

    /// <summary>Names that nothing asked for.</summary>
    public IEnumerable<string> Left => _columns.Keys;

    /// <summary>The column that the site names; else the dictionary's own name, or one of its aliases.</summary>
    public FileColumn? Take(string name, SiteColumn? site, IReadOnlyList<string> aliases)
    {
        IEnumerable<string> candidates = site?.Column is { } own ? [own] : [name, .. aliases];
        var found = candidates.FirstOrDefault(_columns.ContainsKey);
        return found is not null && _columns.Remove(found, out var column) ? column : null;
    }

    /// <summary>A column that several features may read, such as a date.</summary>
    public FileColumn? Find(string name) => _columns.GetValueOrDefault(name);
}
