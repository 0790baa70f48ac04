namespace GenoMed.Fhir.Store.Index;

/// <summary>Rows without repetitions: an element may say the same in two of its places.</summary>
internal static class DistinctRows
{
    // Among so few rows comparing costs less than hashing.
    private const int Few = 32;

    public static IndexRow[] Of(List<IndexRow> rows)
    {
        if (rows.Count > Few)
        {
            return [.. rows.Distinct()];
        }

        for (var i = rows.Count - 1; i > 0; i--)
        {
            if (rows.IndexOf(rows[i], 0, i) >= 0)
            {
                rows.RemoveAt(i);
            }
        }

        return [.. rows];
    }
}
