using GenoMed.Fhir.Compute.Models.Tabular;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// The columns that CTGAN's networks see: α of each number, then the modes of each number one-hot, then each binary as
/// a pair (0, 1), then the categories. The condition is the part from the binaries on.
/// </summary>
/// <param name="Table">The columns of the table.</param>
/// <param name="Modes">K</param>
internal sealed record CtGanLayout(TabularLayout Table, int Modes)
{
    public int ModeOffset => Table.Numbers;

    public int DiscreteOffset => Table.Numbers * (1 + Modes);

    public int CategoryOffset => DiscreteOffset + (2 * Table.Binaries);

    public int Width => CategoryOffset + Table.Categories.Sum();

    /// <summary>Width of the condition.</summary>
    public int Conditions => Width - DiscreteOffset;

    /// <summary>Where each discrete column begins in the condition, and its codes.</summary>
    public IReadOnlyList<(int Start, int Codes)> Discrete { get; } = Groups(Table);

    /// <summary>Where the columns of a column of the table are here; of a number α alone.</summary>
    public int Start(int column) => column < Table.Numbers ? column : DiscreteOffset + Discrete[column - Table.Numbers].Start;

    /// <summary>The columns here that belong to a column of the table.</summary>
    public IEnumerable<int> ColumnsOf(int column) => column < Table.Numbers
        ? Enumerable.Range(ModeOffset + (column * Modes), Modes).Prepend(column)
        : Enumerable.Range(Start(column), Discrete[column - Table.Numbers].Codes);

    private static List<(int Start, int Codes)> Groups(TabularLayout table)
    {
        var (groups, start) = (new List<(int, int)>(), 0);
        foreach (var codes in Enumerable.Repeat(2, table.Binaries).Concat(table.Categories))
        {
            groups.Add((start, codes));
            start += codes;
        }

        return groups;
    }
}
