namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>
/// Rows of patients by columns of features: the one shape that data take between FHIR and tensors.
/// Missing is NaN, never 0. Rows are ordered by their source identifier (ordinal), so that the same
/// patients give the same table on every server.
/// </summary>
public sealed class FeatureTable
{
    private readonly IReadOnlyDictionary<string, double[]> _columns;

    /// <param name="schema">The features.</param>
    /// <param name="rowIds">Source identifiers, unique, ordinal ascending; [n].</param>
    /// <param name="columns">For each feature [n × Width], row-major, NaN where missing.</param>
    /// <exception cref="ArgumentException">A column is absent or has another length.</exception>
    public FeatureTable(FeatureSchema schema, IReadOnlyList<string> rowIds, IReadOnlyDictionary<string, double[]> columns)
    {
        foreach (var feature in schema.Features)
        {
            if (!columns.TryGetValue(feature.Name, out var values))
            {
                throw new ArgumentException($"The table has no column '{feature.Name}'.");
            }

            if (values.Length != rowIds.Count * feature.Width)
            {
                throw new ArgumentException($"Column '{feature.Name}': expected [{rowIds.Count} × {feature.Width}], got [{values.Length}].");
            }
        }

        Schema = schema;
        RowIds = rowIds;
        _columns = columns;
    }

    public FeatureSchema Schema { get; }

    public IReadOnlyList<string> RowIds { get; }

    public int Count => RowIds.Count;

    /// <summary>The values of a feature, [n × Width] row-major, NaN where missing.</summary>
    public ReadOnlySpan<double> Column(string feature) => _columns.TryGetValue(feature, out var values) ? values : _columns[Schema[feature].Name];

    /// <summary>The durations of a time-to-event feature, [n], NaN where unknown.</summary>
    public double[] Durations(string feature) => Part(feature, 0);

    /// <summary>The event flags of a time-to-event feature, [n]: 1 seen, 0 censored, NaN where unknown.</summary>
    public double[] Events(string feature) => Part(feature, 1);

    /// <summary>The rows at the given positions, in that order.</summary>
    public FeatureTable Select(IReadOnlyList<int> rows)
    {
        var ids = rows.Select(row => RowIds[row]).ToArray();
        var columns = Schema.Features.ToDictionary(feature => feature.Name, feature => Pick(_columns[feature.Name], feature.Width, rows));
        return new FeatureTable(Schema, ids, columns);
    }

    private static double[] Pick(double[] values, int width, IReadOnlyList<int> rows)
    {
        var picked = new double[rows.Count * width];
        for (var i = 0; i < rows.Count; i++)
        {
            Array.Copy(values, rows[i] * width, picked, i * width, width);
        }

        return picked;
    }

    private double[] Part(string feature, int offset)
    {
        var found = Schema[feature];
        if (found.Type != FeatureType.TimeToEvent)
        {
            throw new ArgumentException($"'{feature}' is {found.Type}, not a time-to-event feature.");
        }

        var values = _columns[feature];
        var part = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            part[i] = values[(2 * i) + offset];
        }

        return part;
    }
}
