using GenoMed.Fhir.Compute.Models.Tabular;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>Draws rows from a trained generator, under conditions drawn by the true frequencies or under given ones.</summary>
internal sealed class CtGanSampler
{
    private readonly CtGanNetwork _network;
    private readonly IReadOnlyList<NumberModes> _modes;
    private readonly FakeRows _fakes;
    private readonly double[][] _weights;
    private readonly int[] _columns;
    private readonly float[] _offsets;

    /// <param name="network">Trained.</param>
    /// <param name="conditions">Feature name to value; null for none.</param>
    /// <exception cref="ArgumentException">The state has not been trained.</exception>
    public CtGanSampler(CtGanNetwork network, IReadOnlyDictionary<string, double>? conditions)
    {
        var summary = network.Module.Summary;
        if (summary.IsEmpty)
        {
            throw new ArgumentException("The state knows no modes: it has not been trained.");
        }

        (_network, _modes) = (network, network.Modes());
        _fakes = new FakeRows(network.Layout, _modes, network.Options.Temperature);
        _weights = [.. network.Layout.Discrete.Select(group => Weights(summary, group))];
        _columns = [.. Enumerable.Range(0, _weights.Length).Where(column => _weights[column].Sum() > 0)];
        _offsets = Offsets(summary, Settle());
        _columns = conditions is { Count: > 0 } ? Fix(conditions) : _columns;
    }

    /// <summary>Generated rows of the table's layout, [n × width].</summary>
    public float[] Draw(int n, RandomStream random)
    {
        using var scope = NewDisposeScope();
        var rows = _fakes.Activate(Raw(n, random) + tensor(_offsets, [1, _offsets.Length])).contiguous().data<float>().ToArray();
        return [.. rows.Chunk(_network.Layout.Width).SelectMany(Hard)];
    }

    /// <summary>The generator's output before a code is drawn of it, [n, width].</summary>
    private Tensor Raw(int n, RandomStream random)
    {
        var layout = _network.Layout;
        var conditions = new float[n * layout.Conditions];
        for (var i = 0; i < n && _columns.Length > 0; i++)
        {
            var column = _columns[random.NextInt(_columns.Length)];
            conditions[(i * layout.Conditions) + layout.Discrete[column].Start + random.NextIndex(_weights[column])] = 1;
        }

        manual_seed(random.NextInt(int.MaxValue));
        return _network.Module.forward(cat([randn([n, _network.Options.Latent]), tensor(conditions, [n, layout.Conditions])], 1));
    }

    /// <summary>
    /// Gives the generator's batch normalisation the moments that it finds in rows as they are generated, and returns the
    /// output from which it found them, [<see cref="CodeCalibration.Rows"/> × width]. Those of training are of other conditions, and under
    /// averaged weights no mean of the nodes' moments is right: activations of an average spread less than those of its
    /// parts (Jordan, Sedghi, Saukh, Entezari, Neyshabur, "REPAIR", ICLR 2023). It follows from the state alone.
    /// </summary>
    private float[] Settle()
    {
        using var scope = NewDisposeScope();
        var generator = _network.Module.Generator;
        foreach (var normalisation in generator.modules().OfType<BatchNorm1d>())
        {
            normalisation.momentum = 1;
        }

        generator.train();
        var raw = Raw(CodeCalibration.Rows, new RandomStream(CodeCalibration.Seed)).contiguous().data<float>().ToArray();
        generator.eval();
        return raw;
    }

    private float[] Offsets(TableSummary summary, float[] raw) => _network.Options.Calibration
        ? CodeCalibration.Offsets(_network.Layout, summary.Frequencies, raw)
        : new float[_network.Layout.Width];

    /// <summary>The most probable mode and code of each column.</summary>
    private float[] Hard(float[] row)
    {
        var layout = _network.Layout;
        var hard = new float[layout.Table.Width];
        for (var column = 0; column < layout.Table.Columns.Count; column++)
        {
            var at = layout.Table.Offsets[column];
            if (column < layout.Table.Numbers)
            {
                hard[at] = _modes[column].Decode(row[column], Largest(row.AsSpan(layout.ModeOffset + (column * layout.Modes), layout.Modes)));
                continue;
            }

            var code = Largest(row.AsSpan(layout.Start(column), layout.Discrete[column - layout.Table.Numbers].Codes));
            hard[layout.Table.Columns[column].Kind == ColumnKind.Binary ? at : at + code] = layout.Table.Columns[column].Kind == ColumnKind.Binary ? code : 1;
        }

        return hard;
    }

    private double[] Weights(TableSummary summary, (int Start, int Codes) group)
    {
        var frequencies = summary.Frequencies.AsSpan(group.Start, group.Codes).ToArray();
        return _network.Options.LogFrequencySampling
            ? [.. frequencies.Select(frequency => Math.Log(1 + (frequency * (_network.Options.Patients ?? summary.Patients))))]
            : frequencies;
    }

    /// <summary>The conditioned columns, each with its one code; the rest is left to rejection.</summary>
    private int[] Fix(IReadOnlyDictionary<string, double> conditions)
    {
        var table = _network.Layout.Table;
        var columns = new List<int>();
        foreach (var (feature, value) in conditions)
        {
            var column = table.Columns.ToList().IndexOf(RowFilter.Column(table, feature)) - table.Numbers;
            _weights[column] = [.. _weights[column].Select((_, code) => code == (int)value ? 1.0 : 0.0)];
            columns.Add(column);
        }

        return [.. columns];
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }
}
