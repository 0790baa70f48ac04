namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// Training by sampling (Xu et al. 2019, §4.3): a discrete column at random, one of its codes with a probability in
/// proportion to log(1 + count), a row that has it. Codes that this node has not are never drawn.
/// </summary>
internal sealed class ConditionSampler
{
    private readonly CtGanLayout _layout;
    private readonly int[][] _rows;
    private readonly double[][] _weights;
    private readonly int[] _columns;

    /// <param name="layout">The columns.</param>
    /// <param name="rows">This node's.</param>
    public ConditionSampler(CtGanLayout layout, EncodedRows rows)
    {
        _layout = layout;
        _rows = [.. Enumerable.Range(0, layout.Conditions).Select(code => RowsWith(rows, layout.DiscreteOffset + code))];
        Counts = [.. _rows.Select(with => (double)with.Length)];
        _weights = [.. layout.Discrete.Select(group => Counts.AsSpan(group.Start, group.Codes).ToArray().Select(count => Math.Log(1 + count)).ToArray())];
        _columns = [.. Enumerable.Range(0, layout.Discrete.Count).Where(column => _weights[column].Sum() > 0)];
        All = rows.Count;
    }

    /// <summary>Rows with each code, [conditions].</summary>
    public double[] Counts { get; }

    private int All { get; }

    /// <summary>Conditions and rows that meet them.</summary>
    /// <param name="n">How many.</param>
    /// <param name="random">Draws.</param>
    /// <returns>One-hot conditions [n × conditions] (all 0 where there is no discrete value at all), and row positions [n].</returns>
    public (float[] Conditions, int[] Rows) Draw(int n, RandomStream random)
    {
        var (conditions, rows) = (new float[n * _layout.Conditions], new int[n]);
        for (var i = 0; i < n; i++)
        {
            if (_columns.Length == 0)
            {
                rows[i] = random.NextInt(All);
                continue;
            }

            var column = _columns[random.NextInt(_columns.Length)];
            var code = _layout.Discrete[column].Start + random.NextIndex(_weights[column]);
            conditions[(i * _layout.Conditions) + code] = 1;
            rows[i] = _rows[code][random.NextInt(_rows[code].Length)];
        }

        return (conditions, rows);
    }

    private static int[] RowsWith(EncodedRows rows, int column) =>
        [.. Enumerable.Range(0, rows.Count).Where(row => rows.Values[(row * rows.Width) + column] == 1)];
}
