using System.Runtime.InteropServices;
using System.Text;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>The rows of a table that differ, column by column, for predicates to be counted on; never leaves the assembly.</summary>
/// <param name="Cells">[columns][rows], NaN where missing.</param>
/// <param name="IsNumber">[columns]: false for discrete values.</param>
/// <param name="Count">How many rows.</param>
internal sealed record DistinctRows(double[][] Cells, bool[] IsNumber, int Count)
{
    public static DistinctRows Of(FeatureTable table, IReadOnlyList<Feature> features)
    {
        MixedColumn[] columns = [.. features.SelectMany(feature => MixedColumn.Of(feature, [table]))];
        double[][] cells = [.. columns.Select(column => Column(table, column))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => seen.Add(Key(cells, row)))];
        return new DistinctRows([.. cells.Select(column => rows.Select(row => column[row]).ToArray())], [.. columns.Select(column => column.IsNumber)], rows.Length);
    }

    /// <summary>How many rows fulfil all conditions.</summary>
    /// <param name="predicate">The conditions.</param>
    /// <param name="limit">Counting stops here.</param>
    public int Matches(Condition[] predicate, int limit = int.MaxValue)
    {
        var matches = 0;
        for (var row = 0; row < Count && matches < limit; row++)
        {
            matches += Holds(predicate, row) ? 1 : 0;
        }

        return matches;
    }

    /// <summary>Whether exactly one row fulfils all conditions.</summary>
    public bool IsSingledOut(Condition[] predicate) => Matches(predicate, 2) == 1;

    private bool Holds(Condition[] predicate, int row)
    {
        foreach (var condition in predicate)
        {
            if (!condition.Holds(Cells[condition.Column][row]))
            {
                return false;
            }
        }

        return true;
    }

    private static double[] Column(FeatureTable table, MixedColumn column)
    {
        var values = table.Column(column.Feature.Name);
        var cells = new double[table.Count];
        for (var row = 0; row < cells.Length; row++)
        {
            var value = values[(row * column.Feature.Width) + column.Part];
            // One NaN and one zero, so that equal rows have equal bits.
            cells[row] = double.IsNaN(value) ? double.NaN : value + 0.0;
        }

        return cells;
    }

    private static string Key(double[][] cells, int row)
    {
        double[] values = [.. cells.Select(column => column[row])];
        return Encoding.Latin1.GetString(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
