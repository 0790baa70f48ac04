using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Which field of a row holds what: made once from the header, with the faults of the header.</summary>
internal sealed class ColumnMap
{
    private readonly List<CellParser> _cells = [];
    private readonly List<TextCell> _texts = [];
    private readonly HashSet<string> _dates = [];
    private readonly DataDictionary _dictionary;
    private readonly EtlOptions _options;
    private readonly ColumnNames _columns;
    private readonly FaultList _faults;

    private ColumnMap(DataDictionary dictionary, EtlOptions options, string[] header, FaultList faults)
    {
        (_dictionary, _options, _faults) = (dictionary, options, faults);
        _columns = new ColumnNames(header, faults);
        Fields = header.Length;
    }

    /// <summary>How many fields every row must have.</summary>
    public int Fields { get; }

    /// <summary>The field of the patient's identifier, or -1.</summary>
    public int Identifier { get; private set; } = -1;

    public IReadOnlyList<CellParser> Cells => _cells;

    public IReadOnlyList<TextCell> Texts => _texts;

    public static ColumnMap Read(DataDictionary dictionary, EtlOptions options, string[] header, FaultList faults, List<RejectedCell> warnings)
    {
        var map = new ColumnMap(dictionary, options, header, faults);
        map.Identify();
        foreach (var (feature, position) in dictionary.Features.Select((feature, i) => (feature, i)).Where(pair => options.Takes(pair.feature.Name)))
        {
            map.Add(feature, dictionary.Offset(position));
        }

        if (options.Features is null)
        {
            dictionary.Texts.ToList().ForEach(map.Add);
            warnings.AddRange(map._columns.Left.Except(map._dates).Select(left => faults.Make(1, left, "", EtlRule.UnknownColumn, "The dictionary has no such column; it is left out.")));
        }

        return map;
    }

    private void Identify()
    {
        var identifier = _dictionary.Head.Identifier.Column;
        Identifier = Require(_columns.Take(identifier, _options.Site?.Identifier is { } own ? new SiteColumn { Column = own } : null, []), _options.Site?.Identifier ?? identifier, required: true)?.Field ?? -1;
    }

    private void Add(FeatureDefinition feature, int offset)
    {
        if (feature.Feature.Type == FeatureType.Vector)
        {
            AddVector(feature, offset);
            return;
        }

        for (var part = 0; part < feature.Columns.Count; part++)
        {
            Add(feature, part, offset + part);
        }
    }

    private void Add(FeatureDefinition feature, int part, int offset)
    {
        var name = feature.Columns[part];
        var site = _options.Site?.Columns.GetValueOrDefault(name);
        if (site?.Between is { } dates)
        {
            AddBetween(feature, part, offset, dates);
        }
        else if (Require(_columns.Take(name, site, part == 0 ? feature.Aliases : []), site?.Column ?? name, feature.Required) is { } column
            && UnitConversion.Find(feature, part, column.Name, site?.Unit ?? column.Unit, _faults) is { } conversion)
        {
            var target = Target(feature, part, offset, column.Name, site);
            _cells.Add(IsCoded(feature, part) ? new CategoryCell(target, column.Field) : new NumberCell(target, column.Field, conversion, NumberFormat.Of(_options.Site)));
        }
    }

    private void Add(TextDefinition text)
    {
        var site = _options.Site?.Columns.GetValueOrDefault(text.Name);
        if (_columns.Take(text.Name, site, text.Aliases) is { } column)
        {
            _texts.Add(new TextCell(text, column, Missing([], site)));
        }
    }

    /// <summary>A vector is a column for each of its numbers: NAME_0, NAME_1 and so on.</summary>
    private void AddVector(FeatureDefinition feature, int offset)
    {
        var site = _options.Site?.Columns.GetValueOrDefault(feature.Columns[0]);
        var (prefix, format) = (site?.Column ?? feature.Columns[0], NumberFormat.Of(_options.Site));
        var target = Target(feature, 0, offset, prefix, site);
        for (var i = 0; i < feature.Feature.Dimension; i++)
        {
            if (Require(_columns.Take($"{prefix}_{i}", null, []), $"{prefix}_{i}", feature.Required) is { } column)
            {
                _cells.Add(new NumberCell(target with { Offset = offset + i, Column = column.Name }, column.Field, UnitConversion.None, format));
            }
        }
    }

    private void AddBetween(FeatureDefinition feature, int part, int offset, string[] dates)
    {
        _dates.UnionWith(dates);
        if (Require(_columns.Find(dates[0]), dates[0], feature.Required) is { } start
            && Require(_columns.Find(dates[1]), dates[1], feature.Required) is { } end
            && UnitConversion.Find(feature, part, feature.Columns[part], "d", _faults) is { } days)
        {
            _cells.Add(new BetweenCell(Target(feature, part, offset, feature.Columns[part], null), start, end, days, _options.Site!.Dates));
        }
    }

    private CellTarget Target(FeatureDefinition feature, int part, int offset, string column, SiteColumn? site)
    {
        var spellings = new Dictionary<string, string>(feature.Values, StringComparer.OrdinalIgnoreCase);
        foreach (var (from, to) in site?.Values ?? [])
        {
            spellings[from] = to;
        }

        return new CellTarget(feature, part, offset, column, Missing(feature.Missing, site), spellings);
    }

    private HashSet<string> Missing(IReadOnlyList<string> own, SiteColumn? site)
        => [.. _dictionary.Head.Missing, .. own, .. _options.Site?.Missing ?? [], .. site?.Missing ?? []];

    private FileColumn? Require(FileColumn? column, string name, bool required)
    {
        if (column is null && (_options.RequireFeatures || (required && (_options.RequireColumns || name == _dictionary.Head.Identifier.Column))))
        {
            _faults.Add(1, name, "", EtlRule.MissingColumn, "The guide needs this column; add it, with empty cells where a value is not known.");
        }

        return column;
    }

    private static bool IsCoded(FeatureDefinition feature, int part) => part == 1 || feature.Feature.Type is FeatureType.Category or FeatureType.Binary;
}
