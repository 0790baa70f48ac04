using System.Globalization;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>One clinical feature: a pair of bars for each value or range.</summary>
internal static class MarginalPlot
{
    private const double Width = 330;
    private const double Height = 158;

    public static string Draw(MarginalComparison feature)
    {
        var top = feature.Real.Select(share => share ?? 0).Concat(feature.Synthetic).DefaultIfEmpty(0).Max();
        var (y, step) = (new Axis(0, Math.Max(top, 0.01), Height - 60, 24), (Width - 16) / feature.Cells.Count);
        var bar = Math.Min(16, step * 0.4);
        var svg = new Svg(Width, Height, feature.Title)
            .Text(8, 13, Short(feature.Title, 40), size: 12)
            .Text(Width - 8, 13, feature.Similarity is { } similarity ? similarity.ToString("0.00", CultureInfo.InvariantCulture) : "", "end", 12, Svg.Grey)
            .Line(8, y.From, Width - 8, y.From, Svg.Grey);
        for (var cell = 0; cell < feature.Cells.Count; cell++)
        {
            var middle = 8 + (step * (cell + 0.5));
            if (feature.Real[cell] is { } real)
            {
                svg.Box(middle - bar, y.At(real), bar, y.From - y.At(real), Svg.Real, Tip(feature.Cells[cell], "real", real));
            }
            else
            {
                svg.Text(middle - (bar / 2), y.From - 2, "·", "middle", 12, Svg.Grey);
            }

            svg.Box(middle, y.At(feature.Synthetic[cell]), bar, y.From - y.At(feature.Synthetic[cell]), Svg.Synthetic, Tip(feature.Cells[cell], "synthetic", feature.Synthetic[cell]));
            Label(svg, feature, cell, middle, step);
        }

        return svg.ToString();
    }

    private static void Label(Svg svg, MarginalComparison feature, int cell, double middle, double step)
    {
        if (feature.Cells.All(text => text.Length * 5.6 < step))
        {
            svg.Text(middle, Height - 46, feature.Cells[cell], "middle", 9.5);
        }
        else
        {
            // Text turned by 90° starts at its lower end: so much lower as it is long.
            var text = Short(feature.Cells[cell], 9);
            svg.Turned(middle + 3, Height - 55 + (text.Length * 5.6), text, 8.5);
        }
    }

    private static string Tip(string cell, string whose, double share) => string.Create(CultureInfo.InvariantCulture, $"{cell}: {share:P1} {whose}");

    private static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
