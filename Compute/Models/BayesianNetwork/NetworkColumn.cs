using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>One number of a row of a feature table, as a variable of the network.</summary>
/// <param name="Feature">The feature that it belongs to.</param>
/// <param name="Part">Which of the feature's numbers: duration 0, event 1; a vector's component.</param>
/// <param name="Name">The feature's name; with its part where it has several.</param>
/// <param name="Codes">How many codes it may have; 0 for a number.</param>
internal sealed record NetworkColumn(Feature Feature, int Part, string Name, int Codes)
{
    /// <summary>Length of its counts: a sketch, or missing and one for each code.</summary>
    public int Width => Codes == 0 ? QuantileSketch.Width : 1 + Codes;

    /// <summary>The columns of a feature.</summary>
    public static IEnumerable<NetworkColumn> Of(Feature feature) => feature.Type switch
    {
        FeatureType.Binary => [new(feature, 0, feature.Name, 2)],
        FeatureType.Category => [new(feature, 0, feature.Name, feature.Categories.Count)],
        FeatureType.TimeToEvent => [new(feature, 0, feature.Name + ".duration", 0), new(feature, 1, feature.Name + ".event", 2)],
        FeatureType.Vector => Enumerable.Range(0, feature.Dimension)
            .Select(i => new NetworkColumn(feature, i, string.Create(CultureInfo.InvariantCulture, $"{feature.Name}[{i}]"), 0)),
        _ => [new(feature, 0, feature.Name, 0)],
    };

    /// <summary>The column's values, [n]; an outcome of which either part is unknown is missing as a whole.</summary>
    /// <exception cref="ArgumentException">A value is infinite, or none of the codes: the message names column and row.</exception>
    public double[] Values(FeatureTable table)
    {
        SchemaCheck.Same(Feature, table.Schema[Feature.Name]);
        var all = table.Column(Feature.Name);
        var values = new double[table.Count];
        for (var row = 0; row < values.Length; row++)
        {
            var cells = all.Slice(row * Feature.Width, Feature.Width);
            values[row] = Feature.Type == FeatureType.TimeToEvent && (double.IsNaN(cells[0]) || double.IsNaN(cells[1])) ? double.NaN : Checked(cells[Part], row);
        }

        return values;
    }

    /// <summary>Adds a column's values to its counts, [<see cref="Width"/>].</summary>
    public void Count(double[] values, Span<double> counts)
    {
        foreach (var value in values)
        {
            if (Codes == 0)
            {
                QuantileSketch.Add(value, counts);
            }
            else
            {
                counts[double.IsNaN(value) ? 0 : 1 + (int)value]++;
            }
        }
    }

    /// <summary>The states that summed counts give.</summary>
    public ColumnStates States(ReadOnlySpan<double> counts, int bins)
    {
        if (Codes == 0)
        {
            return new NumberStates(Name, counts, bins);
        }

        return new CategoryStates(Name, counts.ToArray());
    }

    /// <summary>Changes a node's counts, [<see cref="Width"/>], so that they tell of no fewer than k patients; at 1 not at all.</summary>
    public void Tell(Span<double> counts, int k)
    {
        if (Codes == 0)
        {
            ToldSketch.Apply(counts, k);
        }
        else
        {
            ToldCodes.Apply(counts, k);
        }
    }

    private double Checked(double value, int row) =>
        double.IsInfinity(value) || (Codes > 0 && !double.IsNaN(value) && (value < 0 || value >= Codes || value != Math.Floor(value)))
            ? throw new ArgumentException($"Column '{Name}', row {row}: expected {(Codes > 0 ? $"one of 0..{Codes - 1}" : "a finite number")}, got {value}.")
            : value;
}
