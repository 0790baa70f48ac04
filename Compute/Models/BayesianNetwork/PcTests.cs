namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>The tests of one edge at one size of conditioning set, one after the other.</summary>
internal sealed class PcTests(int x, int y, List<int[]> sets)
{
    private int _at = -1;

    public int X => x;

    public int Y => y;

    public int[] Conditions => sets[_at];

    /// <summary>x given y and the conditions.</summary>
    public Family Family => new(x, Conditions.Append(y));

    public bool Next() => ++_at < sets.Count;

    public double PValue(IFamilyTables tables)
    {
        var (family, stride) = (Family, 1);
        foreach (var parent in family.Parents.Where(parent => parent > y))
        {
            stride *= tables.Variables[parent].States;
        }

        return IndependenceTest.PValue(tables[family], stride, tables.Variables[y].States);
    }
}
