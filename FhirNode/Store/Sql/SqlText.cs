namespace GenoMed.Fhir.Store.Sql;

/// <summary>Joins conditions. Engines limit how deep an expression nests, and <c>a OR b OR c</c> nests with each term: these trees stay flat.</summary>
internal static class SqlText
{
    public static string Any(IReadOnlyList<string> conditions) => Join(conditions, 0, conditions.Count, " OR ");

    public static string All(IReadOnlyList<string> conditions) => Join(conditions, 0, conditions.Count, " AND ");

    private static string Join(IReadOnlyList<string> conditions, int from, int to, string word)
    {
        if (to - from == 1)
        {
            return conditions[from];
        }

        var middle = (from + to) / 2;
        return $"({Join(conditions, from, middle, word)}{word}{Join(conditions, middle, to, word)})";
    }
}
