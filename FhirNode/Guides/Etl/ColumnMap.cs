using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Which field of a row holds what: made once from the header, with the faults of the header.</summary>
internal sealed class ColumnMap
{
    private readonly List<CellParser> _cells = [];

    private ColumnMap(int fields) => Fields = fields;

    /// <summary>How many fields every row must have.</summary>
    public int Fields { get; }

    /// <summary>The field of the patient's identifier, or -1.</summary>
    public int Identifier { get; private set; } = -1;

    public IReadOnlyList<CellParser> Cells => _cells;

    public static ColumnMap Read(DataDictionary dictionary, string[] header, FaultList faults, List<RejectedCell> warnings)
    {
        var map = new ColumnMap(header.Length);
        var columns = Index(header, faults);
        map.Identifier = map.Take(columns, dictionary.Head.Identifier.Column, required: true, faults)?.Field ?? -1;
        foreach (var (feature, position) in dictionary.Features.Select((feature, i) => (feature, i)))
        {
            map.Add(dictionary, feature, position, columns, faults);
        }

        warnings.AddRange(columns.Select(left => faults.Make(1, left.Key, "", EtlRule.UnknownColumn, "The dictionary has no such column; it is left out.")));
        return map;
    }

    private void Add(DataDictionary dictionary, FeatureDefinition feature, int position, Dictionary<string, (int Field, string? Unit)> columns, FaultList faults)
    {
        for (var part = 0; part < feature.Columns.Count; part++)
        {
            if (Take(columns, feature.Columns[part], feature.Required, faults) is { } column
                && UnitConversion.Find(feature, part, column.Unit, faults) is { } conversion)
            {
                _cells.Add(CellParser.For(dictionary.Head, feature, part, column.Field, dictionary.Offset(position) + part, conversion));
            }
        }
    }

    private (int Field, string? Unit)? Take(Dictionary<string, (int Field, string? Unit)> columns, string name, bool required, FaultList faults)
    {
        if (columns.Remove(name, out var column))
        {
            return column;
        }

        if (required)
        {
            faults.Add(1, name, "", EtlRule.MissingColumn, "The guide needs this column; add it, with empty cells where a value is not known.");
        }

        return null;
    }

    private static Dictionary<string, (int Field, string? Unit)> Index(string[] header, FaultList faults)
    {
        var columns = new Dictionary<string, (int, string?)>(StringComparer.Ordinal);
        for (var field = 0; field < header.Length; field++)
        {
            var (name, unit) = ColumnHeader.Parse(header[field]);
            if (!columns.TryAdd(name, (field, unit)))
            {
                faults.Add(1, name, header[field], EtlRule.DuplicateColumn, "The column stands there twice; keep one.");
            }
        }

        return columns;
    }
}
