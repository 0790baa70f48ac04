namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// Greedy search over added, deleted and reversed edges with a tabu list (Heckerman, Geiger, Chickering 1995; Glover's
/// tabu search: it may go downhill for a while and keeps the best network seen). Scores come from whole counts, so
/// the summed counts of nodes lead through the same steps as the pooled rows.
/// </summary>
internal sealed class HillClimbing
{
    private readonly StructureOptions _options;
    private readonly EdgeRules _rules;
    private readonly ParentScores _scores;
    private readonly Dag _dag;
    private readonly List<EdgeChange> _tabu = [];

    public HillClimbing(IFamilyTables tables, StructureOptions options)
    {
        _options = options;
        _rules = new EdgeRules(tables.Variables.Count, options);
        _scores = new ParentScores(tables, _rules, options);
        _dag = _rules.Start.Copy();
    }

    public static Dag Search(IFamilyTables tables, StructureOptions options) => new HillClimbing(tables, options).Search();

    private Dag Search()
    {
        int[] all = [.. Enumerable.Range(0, _dag.Count)];
        _scores.Refresh(_dag, all);
        _scores.Screen();
        _scores.Refresh(_dag, all);
        var (best, height, downhill) = (_dag.Copy(), 0.0, 0);
        var top = 0.0;
        while (downhill <= _options.Downhill && Best() is { } step)
        {
            Take(step.Change);
            height += step.Gain;
            downhill++;
            if (height > top + _options.MinimumGain)
            {
                (best, top, downhill) = (_dag.Copy(), height, 0);
            }
        }

        return best;
    }

    private void Take(EdgeChange change)
    {
        change.Apply(_dag);
        _tabu.Add(change.Inverse);
        if (_tabu.Count > _options.Tabu)
        {
            _tabu.RemoveAt(0);
        }

        _scores.Refresh(_dag, change.Kind == EdgeChangeKind.Reverse ? [change.From, change.To] : [change.To]);
    }

    /// <summary>The change that gains most, or loses least; the first of equals.</summary>
    private (EdgeChange Change, double Gain)? Best()
    {
        var (ancestors, tabu) = (_dag.Ancestors(), _tabu.ToHashSet());
        (EdgeChange, double Gain)? best = null;
        foreach (var (change, gain) in Changes(ancestors))
        {
            if (gain > (best?.Gain ?? double.NegativeInfinity) && !tabu.Contains(change))
            {
                best = (change, gain);
            }
        }

        return best;
    }

    private IEnumerable<(EdgeChange Change, double Gain)> Changes(bool[][] ancestors)
    {
        for (var to = 0; to < _dag.Count; to++)
        {
            for (var from = 0; from < _dag.Count; from++)
            {
                if (from == to)
                {
                    continue;
                }

                if (!_dag.Has(from, to))
                {
                    if (!_dag.Has(to, from) && !ancestors[from][to])
                    {
                        yield return (new(EdgeChangeKind.Add, from, to), _scores.Gain(to, from));
                    }

                    continue;
                }

                yield return (new(EdgeChangeKind.Delete, from, to), _scores.Gain(to, from));
                var reversed = _scores.Gain(to, from) + _scores.Gain(from, to);
                if (double.IsFinite(reversed) && !_dag.Reaches(from, to, directToo: false))
                {
                    yield return (new(EdgeChangeKind.Reverse, from, to), reversed);
                }
            }
        }
    }
}
