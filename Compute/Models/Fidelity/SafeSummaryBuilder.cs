using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Counts one table.</summary>
internal sealed class SafeSummaryBuilder
{
    private readonly SafePlan _plan;
    private readonly FeatureTable _table;

    /// <exception cref="ArgumentException">The table lacks a feature of the plan or describes it otherwise.</exception>
    public SafeSummaryBuilder(SafePlan plan, FeatureTable table)
    {
        (_plan, _table) = (plan, table);
        foreach (var name in plan.Clinical.Concat(plan.Lesions).Concat(plan.Prognostic).Append(plan.Outcome))
        {
            SchemaCheck.Same(plan.Schema[name], table.Schema[name]);
        }
    }

    public SafeSummary Build()
    {
        var (events, censored) = Survival();
        return new SafeSummary
        {
            Rows = _table.Count,
            Columns = _plan.Clinical.Concat(_plan.Lesions).ToDictionary(name => name, name => Count(SafeColumn.Of(_plan, _table, name))),
            Numbers = _plan.Clinical.Where(name => SafePlan.IsNumber(_plan.Schema[name])).ToDictionary(name => name, Sums),
            ClinicalPairs = ClinicalPairs(),
            LesionPairs = LesionPairs(),
            LesionsPerPatient = LesionsPerPatient(),
            Events = events,
            Censored = censored,
            Hazards = _plan.Prognostic.ToDictionary(name => name, name => FactorHazard.Of(_plan, _table, name)),
        };
    }

    private static long[] Count(SafeColumn column)
    {
        var counts = new long[column.Count];
        foreach (var code in column.Codes)
        {
            counts[code]++;
        }

        return counts;
    }

    private BinSums Sums(string name) => BinSums.Of(SafeColumn.Of(_plan, _table, name).Codes, _table.Column(name), _plan.Edges[name].Count + 1);

    private Dictionary<string, long[]> ClinicalPairs()
    {
        var columns = _plan.Clinical.Select(name => (name, Column: SafeColumn.Coarse(_plan, _table, name))).ToArray();
        var pairs = new Dictionary<string, long[]>();
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = i + 1; j < columns.Length; j++)
            {
                pairs[SafeSummary.Pair(columns[i].name, columns[j].name)] = Cells(columns[i].Column, columns[j].Column);
            }
        }

        return pairs;
    }

    private static long[] Cells(SafeColumn first, SafeColumn second)
    {
        var cells = new long[first.Count * second.Count];
        for (var row = 0; row < first.Codes.Length; row++)
        {
            cells[(first.Codes[row] * second.Count) + second.Codes[row]]++;
        }

        return cells;
    }

    private Dictionary<string, long[]> LesionPairs()
    {
        var rows = _plan.Genes.Concat(_plan.Cytogenetics).ToDictionary(name => name, name => LesionRows.Of(_table, name));
        return SafePairs.Genes(_plan).Concat(SafePairs.GenesByCytogenetics(_plan))
            .ToDictionary(pair => SafeSummary.Pair(pair.First, pair.Second), pair => rows[pair.First].With(rows[pair.Second]));
    }

    private long[] LesionsPerPatient()
    {
        var lesions = new int[_table.Count];
        foreach (var name in _plan.Lesions)
        {
            var column = _table.Column(name);
            for (var row = 0; row < lesions.Length; row++)
            {
                lesions[row] += column[row] == 1 ? 1 : 0;
            }
        }

        var counts = new long[SafeSummary.MostLesions + 1];
        foreach (var number in lesions)
        {
            counts[Math.Min(number, SafeSummary.MostLesions)]++;
        }

        return counts;
    }

    private (long[] Events, long[] Censored) Survival()
    {
        var (durations, seen, times) = (_table.Durations(_plan.Outcome), _table.Events(_plan.Outcome), _plan.Times.ToArray());
        var (events, censored) = (new long[times.Length], new long[times.Length + 1]);
        for (var row = 0; row < durations.Length; row++)
        {
            if (double.IsNaN(durations[row]) || double.IsNaN(seen[row]))
            {
                continue;
            }

            var at = Array.BinarySearch(times, durations[row]);
            var period = at >= 0 ? at : ~at;
            if (seen[row] == 1 && period < times.Length)
            {
                events[period]++;
            }
            else
            {
                censored[period]++;
            }
        }

        return (events, censored);
    }
}
