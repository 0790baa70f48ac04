namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>The counts N_jk of a family: j the parents' configuration, k the child's state.</summary>
/// <param name="Cells">[q × r] row-major; the parents in ascending order, the last fastest.</param>
/// <param name="States">r.</param>
internal readonly record struct FamilyTable(long[] Cells, int States)
{
    /// <summary>q</summary>
    public int Configurations => Cells.Length / States;

    /// <summary>N_jk over k.</summary>
    public ReadOnlySpan<long> Row(int j) => Cells.AsSpan(j * States, States);

    /// <summary>N_j</summary>
    public long RowTotal(int j)
    {
        var total = 0L;
        foreach (var count in Row(j))
        {
            total += count;
        }

        return total;
    }

    /// <summary>Σ_j N_jk, [r].</summary>
    public long[] ChildTotals()
    {
        var totals = new long[States];
        for (var at = 0; at < Cells.Length; at++)
        {
            totals[at % States] += Cells[at];
        }

        return totals;
    }

    /// <summary>The table of a family from the contingency table of its variables: the child's axis moves to the end.</summary>
    public static FamilyTable From(Family family, int[] ascending, long[] cells, IReadOnlyList<NetworkVariable> variables)
    {
        var states = variables[family.Child].States;
        var after = 1;
        for (var i = ascending.Length - 1; ascending[i] != family.Child; i--)
        {
            after *= variables[ascending[i]].States;
        }

        if (after == 1)
        {
            return new FamilyTable(cells, states);
        }

        var moved = new long[cells.Length];
        for (var at = 0; at < cells.Length; at++)
        {
            var (outer, child, inner) = (at / (after * states), at / after % states, at % after);
            moved[(((outer * after) + inner) * states) + child] = cells[at];
        }

        return new FamilyTable(moved, states);
    }
}
