using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Disclosure;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>
/// Drift of a number between two tables: both are counted in the baseline's deciles. Neighbouring bins are joined until none
/// rests on few patients in either table, so that the index tells of no single patient; null where fewer than two are left.
/// </summary>
internal static class NumberDrift
{
    private const int Bins = 10;

    public static double? Of(Feature feature, FeatureTable table, FeatureTable baseline, int minimumPatients)
    {
        var (now, then) = (Known(table, feature.Name), Known(baseline, feature.Name));
        if (now.Length < Math.Max(1, minimumPatients) || then.Length < Math.Max(1, minimumPatients))
        {
            return null;
        }

        var edges = Enumerable.Range(1, Bins - 1).Select(i => then[i * then.Length / Bins]).Distinct().ToArray();
        var joined = Joined(Counts(now, edges), Counts(then, edges), minimumPatients);
        return joined.Count < 2 ? null : StabilityIndex.Of([.. joined.Select(bin => bin.Now)], [.. joined.Select(bin => bin.Then)]);
    }

    private static double[] Known(FeatureTable table, string name)
    {
        double[] known = [.. table.Column(name).ToArray().Where(value => !double.IsNaN(value))];
        Array.Sort(known);
        return known;
    }

    /// <summary>[edges + 1]: below the first edge, from each edge up to the next, from the last on.</summary>
    private static int[] Counts(double[] values, double[] edges)
    {
        var counts = new int[edges.Length + 1];
        foreach (var value in values)
        {
            var found = Array.BinarySearch(edges, value);
            counts[found >= 0 ? found + 1 : ~found]++;
        }

        return counts;
    }

    /// <summary>What is left at the end belongs to the last bin that was closed.</summary>
    private static List<(int Now, int Then)> Joined(int[] now, int[] then, int minimumPatients)
    {
        var (bins, open) = (new List<(int Now, int Then)>(), (Now: 0, Then: 0));
        for (var i = 0; i < now.Length; i++)
        {
            open = (open.Now + now[i], open.Then + then[i]);
            if (open.Now + open.Then > 0 && !SmallCells.IsSmall(open.Now, minimumPatients) && !SmallCells.IsSmall(open.Then, minimumPatients))
            {
                bins.Add(open);
                open = (0, 0);
            }
        }

        if (open.Now + open.Then > 0 && bins.Count > 0)
        {
            bins[^1] = (bins[^1].Now + open.Now, bins[^1].Then + open.Then);
        }

        return bins;
    }
}
