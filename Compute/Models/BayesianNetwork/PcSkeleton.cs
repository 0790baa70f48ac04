namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// The undirected part of PC in its order-independent form (Colombo and Maathuis, JMLR 2014): for each size of
/// conditioning set, neighbours as they were when the size began. One message to the nodes asks for the next test of
/// every edge that is still open.
/// </summary>
internal sealed class PcSkeleton(IFamilyTables tables, StructureOptions options, EdgeRules rules)
{
    private readonly bool[][] _adjacent = Complete(tables.Variables.Count, rules);
    private readonly Dictionary<(int, int), int[]> _separators = [];

    /// <summary>[V][V], symmetric.</summary>
    public bool[][] Adjacent => _adjacent;

    /// <summary>What made two variables independent; null where nothing did or the rules forbid both directions.</summary>
    public int[]? Separator(int x, int y) => _separators.GetValueOrDefault((Math.Min(x, y), Math.Max(x, y)));

    public PcSkeleton Build()
    {
        for (var size = 0; size <= options.MaximumParents; size++)
        {
            var open = Pairs().Where(pair => !rules.MustBe(pair.X, pair.Y) && !rules.MustBe(pair.Y, pair.X))
                .Select(pair => new PcTests(pair.X, pair.Y, Sets(pair.X, pair.Y, size))).ToList();
            while ((open = [.. open.Where(tests => tests.Next())]).Count > 0)
            {
                tables.Ask(open.Select(tests => new VariableSet(tests.Family.Variables)));
                open.RemoveAll(Separates);
            }
        }

        return this;
    }

    private bool Separates(PcTests tests)
    {
        if (tests.PValue(tables) <= options.Alpha)
        {
            return false;
        }

        _adjacent[tests.X][tests.Y] = _adjacent[tests.Y][tests.X] = false;
        _separators[(tests.X, tests.Y)] = tests.Conditions;
        return true;
    }

    private IEnumerable<(int X, int Y)> Pairs() =>
        from x in Enumerable.Range(0, _adjacent.Length)
        from y in Enumerable.Range(x + 1, _adjacent.Length - x - 1)
        where _adjacent[x][y]
        select (x, y);

    /// <summary>
    /// Every set of that size among x's neighbours, then those among y's that are not the same; where counts were
    /// made beforehand, those that can be tested.
    /// </summary>
    private List<int[]> Sets(int x, int y, int size)
    {
        var (ofX, ofY) = (Neighbours(x, y), Neighbours(y, x));
        var both = Subsets.Of(ofX, size).Concat(Subsets.Of(ofY, size).Where(set => !set.All(ofX.Contains)));
        return [.. both.Where(set => tables.Knows(new Family(x, set.Append(y))))];
    }

    private int[] Neighbours(int of, int without) => [.. Enumerable.Range(0, _adjacent.Length).Where(v => v != without && _adjacent[of][v])];

    private static bool[][] Complete(int count, EdgeRules rules) =>
        [.. Enumerable.Range(0, count).Select(x => Enumerable.Range(0, count).Select(y => x != y && (rules.MayBe(x, y) || rules.MayBe(y, x))).ToArray())];
}
