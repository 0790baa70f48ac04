using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>What an unknown property was probably meant to be.</summary>
internal static class NameSuggestion
{
    private const int MaxDistance = 2;

    /// <summary>Text to add to a message; a full stop where nothing is near.</summary>
    public static string For(string name, ElementTable table)
    {
        if (table.Element(name) is { IsChoice: true } choice)
        {
            return $"; add its type, such as {choice.Name}{char.ToUpperInvariant(choice.Types[0][0])}{choice.Types[0][1..]}.";
        }

        var nearest = table.Properties.Select(property => property.Name).MinBy(known => Distance(name, known));
        return nearest is not null && Distance(name, nearest) <= MaxDistance ? $"; did you mean '{nearest}'?" : ".";
    }

    // Levenshtein's edit distance, letters compared without case.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > MaxDistance)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[right.Length];
    }
}
