namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>
/// From a feature table to the float32 matrix a network takes, the same at every node because it rests only on
/// the plan: numbers and ordered categories as z-scores (after log1p where the scaler says so), binaries as 0/1,
/// unordered categories one-hot over the dictionary's vocabulary, vectors as they are. A missing value is the
/// neutral 0, and a feature that the scaler marks as <see cref="FeatureScale.Missing"/> has one more column
/// <c>name?</c> that is 1 where it is missing.
/// </summary>
public sealed class FeatureEncoding
{
    private readonly FeatureCoder[] _coders;
    private readonly bool[] _indicator;

    /// <param name="schema">The features as the plan knows them.</param>
    /// <param name="inputs">Names of the inputs, in the order of their columns.</param>
    /// <param name="scaler">The scale of each.</param>
    /// <exception cref="ArgumentException">No input; an unknown one; an outcome; a scale that is not a positive number.</exception>
    public FeatureEncoding(FeatureSchema schema, IReadOnlyList<string> inputs, FeatureScaler scaler)
    {
        if (inputs.Count == 0)
        {
            throw new ArgumentException("A model needs at least one input.");
        }

        _coders = [.. inputs.Select(name => FeatureCoder.For(AsInput(schema[name]), Checked(name, scaler[name])))];
        _indicator = [.. inputs.Select(name => scaler[name].Missing)];
        ColumnNames = [.. _coders.SelectMany((coder, i) => _indicator[i] ? coder.Columns.Append(coder.Feature.Name + "?") : coder.Columns)];
        ColumnFeatures = [.. _coders.SelectMany((coder, i) => Enumerable.Repeat<string?>(coder.Feature.Name, coder.Columns.Count).Concat(_indicator[i] ? [null] : []))];
    }

    /// <summary>The columns of the matrix, [p].</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The feature that each column holds, [p]; null for a missing indicator, which every node has.</summary>
    public IReadOnlyList<string?> ColumnFeatures { get; }

    /// <summary>How many columns: p.</summary>
    public int Width => ColumnNames.Count;

    /// <summary>The matrix of a table, [n × p] row-major, every number finite.</summary>
    /// <exception cref="ArgumentException">A value is infinite, no category, or not 0/1: the message names column and row;
    /// or the table's dictionary differs from the plan's.</exception>
    public float[] Encode(FeatureTable table)
    {
        var matrix = new float[table.Count * Width];
        var offset = 0;
        for (var i = 0; i < _coders.Length; i++)
        {
            EncodeFeature(_coders[i], _indicator[i], table, matrix, offset);
            offset += _coders[i].Columns.Count + (_indicator[i] ? 1 : 0);
        }

        return matrix;
    }

    private void EncodeFeature(FeatureCoder coder, bool indicator, FeatureTable table, float[] matrix, int offset)
    {
        SchemaCheck.Same(coder.Feature, table.Schema[coder.Feature.Name]);
        var column = table.Column(coder.Feature.Name);
        var width = coder.Feature.Width;
        for (var row = 0; row < table.Count; row++)
        {
            var values = column.Slice(row * width, width);
            var target = matrix.AsSpan((row * Width) + offset, coder.Columns.Count + (indicator ? 1 : 0));
            if (FeatureCells.IsPresent(coder.Feature.Name, values, row))
            {
                coder.Encode(values, target[..coder.Columns.Count]);
            }
            else if (indicator)
            {
                target[^1] = 1;
            }
        }
    }

    internal static Feature AsInput(Feature feature) => feature.Role is FeatureRole.Input or FeatureRole.Treatment or FeatureRole.Auxiliary
        ? feature
        : throw new ArgumentException($"'{feature.Name}' is {feature.Role}: a model may not take it as an input.");

    internal static FeatureScale Checked(string name, FeatureScale scale) =>
        double.IsFinite(scale.Mean) && double.IsFinite(scale.StandardDeviation) && scale.StandardDeviation > 0
            ? scale
            : throw new ArgumentException($"The scale of '{name}' is mean {scale.Mean}, standard deviation {scale.StandardDeviation}: expected finite, and above 0.");
}
