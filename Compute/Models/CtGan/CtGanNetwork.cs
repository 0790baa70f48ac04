using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Mixtures;
using GenoMed.Fhir.Compute.Models.Privacy;
using GenoMed.Fhir.Compute.Models.Tabular;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>The networks of a plan with the columns that they are about.</summary>
internal sealed record CtGanNetwork(CtGanModule Module, CtGanLayout Layout, CtGanOptions Options)
{
    /// <summary>The networks with initial weights.</summary>
    public static CtGanNetwork Build(ModelPlan plan)
    {
        var options = ModelOptions.Read<CtGanOptions>(plan.Options);
        var layout = new CtGanLayout(new TabularLayout(plan, plan.Inputs.Append(plan.Outcome), generative: true), options.Modes);
        return new CtGanNetwork(new CtGanModule(layout, options), layout, options);
    }

    /// <summary>The networks with the weights of a state.</summary>
    public static CtGanNetwork Load(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state)
    {
        var network = Build(plan);
        StateDict.Load(network.Module, RunningMoments.FromState(state));
        return network;
    }

    /// <summary>The modes of each number by what the state knows.</summary>
    public IReadOnlyList<NumberModes> Modes() =>
        [.. Enumerable.Range(0, Layout.Table.Numbers).Select(number => new ModeFit(Options).Modes(Statistics(number)))];

    /// <summary>Brings the summary of the columns up to date.</summary>
    /// <param name="rows">This node's.</param>
    /// <param name="keepsModes">True where the modes stay as they are.</param>
    /// <param name="k">Codes of 1..k-1 patients are not told; at 1 all are.</param>
    public void Summarise(TabularRows rows, bool keepsModes, int k)
    {
        var (fit, before) = (new ModeFit(Options), Module.Summary);
        var statistics = Enumerable.Range(0, Layout.Table.Numbers)
            .Select(number => before.IsEmpty ? fit.First(Known(rows, number)) : fit.Next(Known(rows, number), Statistics(number)));
        var now = TableSummary.From([.. statistics], Told(Counts(rows), rows.Count, k), rows.Count);
        Module.Keep(keepsModes ? now with { Shares = before.Shares, Sums = before.Sums, Squares = before.Squares, Patients = before.Patients } : now);
    }

    /// <summary>
    /// Frequencies of codes under noise, once: where the state knows some already they stay. Numbers keep one standard
    /// normal mode, which looks at no patient.
    /// </summary>
    /// <param name="rows">This node's.</param>
    /// <param name="privacy">σ.</param>
    public void SummariseNoisily(TabularRows rows, ExamplePrivacy privacy)
    {
        if (Module.Summary is { IsEmpty: true } before)
        {
            var counts = NoisyCounts.Of(privacy, Counts(rows), Math.Max(1, Layout.Discrete.Count));
            Module.Keep(before with { Frequencies = [.. counts.Select(count => count / rows.Count)], Patients = rows.Count });
        }
    }

    private MixtureStatistics Statistics(int number) =>
        Module.Summary.Statistics(number, Layout.Modes, Options.Patients ?? Module.Summary.Patients);

    /// <summary>The z-scores of a number where it is known.</summary>
    private static double[] Known(TabularRows rows, int number) => [.. Enumerable.Range(0, rows.Count)
        .Where(row => rows.Presence[(row * rows.Width) + number] == 1)
        .Select(row => (double)rows.Values[(row * rows.Width) + number])];

    /// <summary>The counts without small ones: a column of two codes is told whole or not at all, so that its frequencies are those of nodes that may tell.</summary>
    private double[] Told(double[] counts, int patients, int k)
    {
        foreach (var (start, codes) in Layout.Discrete)
        {
            var column = counts.AsSpan(start, codes);
            double[] cells = [patients - Sum(column), .. column];
            ToldCodes.Apply(cells, k);
            cells.AsSpan(1).CopyTo(column);
        }

        return counts;
    }

    private static double Sum(ReadOnlySpan<double> counts)
    {
        var sum = 0.0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>Patients with each code, [conditions].</summary>
    private double[] Counts(TabularRows rows)
    {
        var counts = new double[Layout.Conditions];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = Layout.Table.Numbers; column < Layout.Table.Columns.Count; column++)
            {
                var at = (row * rows.Width) + Layout.Table.Offsets[column];
                if (rows.Presence[at] == 1)
                {
                    var (start, codes) = Layout.Discrete[column - Layout.Table.Numbers];
                    var binary = Layout.Table.Columns[column].Kind == ColumnKind.Binary;
                    counts[start + (binary ? (int)rows.Values[at] : rows.Values.AsSpan(at, codes).IndexOf(1f))]++;
                }
            }
        }

        return counts;
    }
}
