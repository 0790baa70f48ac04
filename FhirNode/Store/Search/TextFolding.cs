using System.Globalization;

namespace GenoMed.Fhir.Store.Search;

/// <summary>
/// How strings are compared: without case and without accents (FHIR R5, search.html#string). The program runs with
/// invariant globalization, where the runtime decomposes no letters, so the Latin ones are in a table; letters
/// written with combining marks lose the marks. A ligature folds to its first letter.
/// </summary>
internal static class TextFolding
{
    private const char FirstAccented = '\u00C0';
    private const char FirstVietnamese = '\u1E00';

    /// <summary>U+00C0 to U+017F.</summary>
    private const string Accented =
        "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>U+1E00 to U+1EFF.</summary>
    private const string Vietnamese =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝsẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    /// <summary>The text as it is indexed and searched.</summary>
    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded[length++] = Fold(letter);
            }
        }

        return new string(folded, 0, length);
    }

    private static char Fold(char letter) => letter switch
    {
        >= FirstAccented and < (char)(FirstAccented + 192) => Accented[letter - FirstAccented],
        >= FirstVietnamese and < (char)(FirstVietnamese + 256) => Vietnamese[letter - FirstVietnamese],
        _ => char.ToLowerInvariant(letter),
    };
}
