using System.Text;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Texts;

/// <summary>
/// The words of texts: runs of letters and digits, without case and accents. The index holds them joined by blanks, so that
/// every engine finds the same words in a text.
/// </summary>
public static class Words
{
    /// <summary>Letters of the longest word that is told from longer ones; of those the beginning counts.</summary>
    private const int Longest = 64;

    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in TextFolding.Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                Append(word, rune);
            }
            else
            {
                End(word, words);
            }
        }

        End(word, words);
        return words;
    }

    private static void Append(StringBuilder word, Rune rune)
    {
        if (word.Length < Longest)
        {
            word.Append(rune.ToString());
        }
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
