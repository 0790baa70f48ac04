using System.Globalization;
using System.Text;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>Puts the figures into a page of Markdown, between two lines that mark their place; what people wrote around them stays.</summary>
internal static class SurvivalBenchPage
{
    private const string Begin = "<!-- figures -->";
    private const string End = "<!-- end of figures -->";

    /// <exception cref="UsageException">The page has no such place.</exception>
    public static string With(string page, IEnumerable<SurvivalResult> results)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? page[..(begin + Begin.Length)] + "\n" + Table(results) + page[end..]
            : throw new UsageException($"--page: the file has no lines '{Begin}' and '{End}', between which the figures go.");
    }

    private static string Table(IEnumerable<SurvivalResult> results)
    {
        var text = new StringBuilder("| set | measure | mean | sd | least | most | one network | wanted | published |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var result in results)
        {
            var values = result.Scores.Select(score => score.CIndex).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {result.Set.Name} | {result.Measure} | **{result.CIndex:0.0000}** | {result.Sd:0.0000} | {values.Min():0.0000} | {values.Max():0.0000} | {result.Single:0.0000} | {result.Set.Wanted:0.000} | {result.Set.Reference:0.000} ({result.Set.Source}) |\n");
        }

        return text.ToString();
    }
}
