namespace GenoMed.Fhir.Node.Search;

/// <summary>Finds what someone may have meant by a misspelt name.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    /// <summary>A sentence with the nearest known names, begun by a blank; all of them when none is near and they are few.</summary>
    public static string Hint(string wrong, IEnumerable<string> known)
    {
        var ranked = known.Select(name => (Name: name, Distance: Distance(wrong, name))).OrderBy(entry => entry.Distance).ThenBy(entry => entry.Name, StringComparer.Ordinal);
        return $" Nearest: {string.Join(", ", ranked.Take(Shown).Select(entry => entry.Name))}.";
    }

    /// <summary>Levenshtein's distance without case; a name that begins with the other is near.</summary>
    private static int Distance(string a, string b)
    {
        if (b.StartsWith(a, StringComparison.OrdinalIgnoreCase) || a.StartsWith(b, StringComparison.OrdinalIgnoreCase))
        {
            return a.Equals(b, StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            Advance(row, a[i], b);
        }

        return row[^1];
    }

    private static void Advance(int[] row, char letter, string b)
    {
        var diagonal = row[0]++;
        for (var j = 0; j < b.Length; j++)
        {
            var cost = char.ToLowerInvariant(letter) == char.ToLowerInvariant(b[j]) ? 0 : 1;
            (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + cost));
        }
    }
}
