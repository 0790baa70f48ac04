using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>The numbers of a generated row, one after the other in the schema's order.</summary>
internal sealed class RowLayout
{
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

    public RowLayout(FeatureSchema schema)
    {
        Features = schema.Features;
        foreach (var feature in Features)
        {
            _offsets[feature.Name] = Width;
            Width += feature.Width;
        }
    }

    public IReadOnlyList<Feature> Features { get; }

    /// <summary>How many numbers a row has.</summary>
    public int Width { get; }

    /// <summary>Where a feature's numbers start; null where the rows have no such feature.</summary>
    public int? Offset(string feature) => _offsets.TryGetValue(feature, out var offset) ? offset : null;

    /// <summary>A row of a table that has the layout's features.</summary>
    public void Read(FeatureTable table, int row, Span<double> values)
    {
        foreach (var feature in Features)
        {
            table.Column(feature.Name).Slice(row * feature.Width, feature.Width).CopyTo(values[_offsets[feature.Name]..]);
        }
    }
}
