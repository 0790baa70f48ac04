using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// Numbers in groups of k patients or more (Defays, Nanopoulos 1993; Domingo-Ferrer, Mateo-Sanz, IEEE TKDE 14, 2002): neighbouring values are put
/// together until k patients have one of them, and all stand at one value. Whatever bins are asked for, and as often as one asks, a count and its
/// difference from any other is of whole groups.
/// </summary>
internal static class Microaggregation
{
    /// <summary>The same patients, the plan's numbers in groups; the table itself for k of 1.</summary>
    public static FeatureTable Of(FeatureTable table, SafePlan plan, int k)
    {
        var numbers = plan.Clinical.Concat(plan.Prognostic).Where(name => SafePlan.IsNumber(plan.Schema[name])).ToHashSet();
        return k <= 1 || numbers.Count == 0 ? table : new FeatureTable(table.Schema, table.RowIds, table.Schema.Features.ToDictionary(
            feature => feature.Name,
            feature => numbers.Contains(feature.Name) ? Of(table.Column(feature.Name), k) : table.Column(feature.Name).ToArray()));
    }

    /// <param name="values">NaN where missing, and so it stays.</param>
    /// <param name="k">Patients of a group; where fewer are known, they are one group.</param>
    internal static double[] Of(ReadOnlySpan<double> values, int k)
    {
        double[] column = [.. values];
        var stands = new Dictionary<double, double>();
        foreach (var group in Groups(column, k))
        {
            var at = Stand(group, k);
            foreach (var (value, _) in group)
            {
                stands[value] = at;
            }
        }

        return [.. column.Select(value => double.IsNaN(value) ? value : stands[value])];
    }

    private static List<List<(double Value, int Patients)>> Groups(double[] column, int k)
    {
        var (groups, open) = (new List<List<(double, int)>>(), new List<(double Value, int Patients)>());
        foreach (var value in column.Where(value => !double.IsNaN(value)).CountBy(value => value).OrderBy(value => value.Key))
        {
            open.Add((value.Key, value.Value));
            if (open.Sum(one => one.Patients) >= k)
            {
                groups.Add(open);
                open = [];
            }
        }

        // Those left over at the end are too few for a group of their own.
        if (groups.Count == 0)
        {
            groups.Add(open);
        }
        else
        {
            groups[^1].AddRange(open);
        }

        return groups;
    }

    /// <summary>The commonest value where k patients share it, so that a group of a frequent value stays there; else the mean.</summary>
    private static double Stand(List<(double Value, int Patients)> group, int k)
    {
        var commonest = group.DefaultIfEmpty().MaxBy(one => one.Patients);
        return commonest.Patients >= k ? commonest.Value : group.Sum(one => one.Value * one.Patients) / group.Sum(one => one.Patients);
    }
}
