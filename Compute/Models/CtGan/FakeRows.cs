using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// From the generator's raw columns to rows: tanh on α, Gumbel-softmax (Jang, Gu, Poole, ICLR 2017) on every one-hot.
/// What a row itself says is missing is set to 0, as it is in the patients' rows.
/// </summary>
internal sealed class FakeRows
{
    /// <summary>The logit of a mode that is not used.</summary>
    private const double Never = -30;

    private readonly CtGanLayout _layout;
    private readonly double _temperature;
    private readonly Tensor _unused;
    private readonly Tensor[] _flags;

    /// <param name="layout">The columns.</param>
    /// <param name="modes">Of each number.</param>
    /// <param name="temperature">Of the Gumbel-softmax.</param>
    public FakeRows(CtGanLayout layout, IReadOnlyList<NumberModes> modes, double temperature)
    {
        (_layout, _temperature) = (layout, temperature);
        _unused = tensor([.. modes.SelectMany(number => number.Weights.Select(weight => (float)(weight > 0 ? 0 : Never)))], [1, layout.Table.Numbers, layout.Modes]);
        _flags = Flags(layout);
    }

    /// <summary>Rows [n, width] of raw columns [n, width].</summary>
    public Tensor Activate(Tensor raw)
    {
        var parts = new List<Tensor>();
        if (_layout.Table.Numbers > 0)
        {
            parts.Add(raw.narrow(1, 0, _layout.Table.Numbers).tanh());
            parts.Add(Soft(raw.narrow(1, _layout.ModeOffset, _layout.Table.Numbers * _layout.Modes).reshape(-1, _layout.Table.Numbers, _layout.Modes) + _unused));
        }

        parts.AddRange(Blocks(raw).Select(Soft));
        return Masked(cat([.. parts], 1));
    }

    /// <summary>Mean cross-entropy between the raw columns and the conditions that they were asked for.</summary>
    /// <param name="raw">[n, width]</param>
    /// <param name="conditions">[n, conditions], one-hot or all 0.</param>
    public Tensor ConditionLoss(Tensor raw, Tensor conditions)
    {
        Tensor[] logs = [.. Blocks(raw).Select(block => block.log_softmax(2).reshape(raw.shape[0], -1))];
        return logs.Length == 0 ? zeros([]) : (cat(logs, 1) * conditions).sum() * (-1.0 / raw.shape[0]);
    }

    /// <summary>The discrete columns as [n, columns, codes]: all binaries together, then each category.</summary>
    private IEnumerable<Tensor> Blocks(Tensor raw)
    {
        if (_layout.Table.Binaries > 0)
        {
            yield return raw.narrow(1, _layout.DiscreteOffset, 2 * _layout.Table.Binaries).reshape(-1, _layout.Table.Binaries, 2);
        }

        foreach (var (start, codes) in _layout.Discrete.Skip(_layout.Table.Binaries))
        {
            yield return raw.narrow(1, _layout.DiscreteOffset + start, codes).reshape(-1, 1, codes);
        }
    }

    private Tensor Soft(Tensor logits)
    {
        // Away from 0 and 1, whose logarithms are infinite.
        var uniform = (rand(logits.shape) * (1 - 2e-6)) + 1e-6;
        var noisy = (logits - uniform.log().neg().log()) / _temperature;
        return noisy.softmax(2).reshape(logits.shape[0], -1);
    }

    private Tensor Masked(Tensor rows)
    {
        var extended = cat([rows, zeros([rows.shape[0], 1])], 1);
        return _flags.Aggregate(rows, (masked, flag) => masked * (1 - extended.index_select(1, flag)));
    }

    /// <summary>For each column the column of its first flag at 1, and that of its second; one past the end where it has none.</summary>
    private static Tensor[] Flags(CtGanLayout layout)
    {
        var flags = new ColumnFlags(layout.Table);
        var at = Enumerable.Range(0, 2).Select(_ => Enumerable.Repeat((long)layout.Width, layout.Width).ToArray()).ToArray();
        for (var column = 0; column < layout.Table.Columns.Count; column++)
        {
            for (var i = 0; i < flags.Columns[column].Length; i++)
            {
                foreach (var target in layout.ColumnsOf(column))
                {
                    at[i][target] = layout.Start(flags.Columns[column][i]) + 1;
                }
            }
        }

        return [.. at.Where(flag => flag.Any(column => column < layout.Width)).Select(flag => tensor(flag))];
    }
}
