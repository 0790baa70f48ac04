namespace GenoMed.Fhir.Guides.Variants;

/// <summary>
/// Several variants of one gene in one cell: separated by ';', in an order that all text columns of the gene share. One that
/// a column does not know is empty between the separators.
/// </summary>
internal static class VariantTexts
{
    public const char Separator = ';';

    /// <summary>The most variants of a gene that a row may have; each beyond the first is an Observation of its own.</summary>
    public const int Most = 6;

    public static string[] Split(string cell) => cell.Split(Separator, StringSplitOptions.TrimEntries);

    public static string Join(IEnumerable<string> variants) => string.Join(Separator, variants);

    /// <summary>What the resource of a gene's variant is called: the first like the feature, so that one more changes no other.</summary>
    /// <param name="feature">The gene's feature.</param>
    /// <param name="number">1 and on.</param>
    public static string ResourceName(string feature, int number) => number == 1 ? feature : $"{feature}-v{number}";
}
