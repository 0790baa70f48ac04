using System.Globalization;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>How frequent the lesions are: a dot with its interval for real, one for synthetic patients.</summary>
internal static class LesionPlot
{
    /// <summary>More would fill pages with lesions that hardly anyone has.</summary>
    public const int Most = 32;

    private const double Width = 680;
    private const double Row = 15;

    /// <summary>The most frequent ones among synthetic or real patients.</summary>
    public static IReadOnlyList<LesionShare> Shown(IReadOnlyList<LesionShare> lesions)
        => [.. lesions.OrderByDescending(lesion => Math.Max(lesion.Real?.Rate ?? 0, lesion.Synthetic?.Rate ?? 0)).Take(Most)];

    public static string Draw(IReadOnlyList<LesionShare> lesions)
    {
        var shown = Shown(lesions);
        var top = shown.Select(lesion => Math.Max(lesion.Real?.Interval.Upper ?? 0, lesion.Synthetic?.Interval.Upper ?? 0)).DefaultIfEmpty(0.1).Max();
        var x = new Axis(0, Math.Max(0.02, top), 190, Width - 16);
        var bottom = 28 + (Row * shown.Count);
        var svg = new Svg(Width, bottom + 20, "Frequencies of lesions").Legend(x.From, 12, (Svg.Real, "real"), (Svg.Synthetic, "synthetic"));
        foreach (var tick in x.Ticks(7))
        {
            svg.Line(x.At(tick), 22, x.At(tick), bottom, Svg.Faint).Text(x.At(tick), bottom + 14, tick.ToString("P0", CultureInfo.InvariantCulture), "middle");
        }

        foreach (var (lesion, i) in shown.Select((lesion, i) => (lesion, i)))
        {
            var y = 32 + (Row * i);
            svg.Text(x.From - 8, y + 4, lesion.Label.Length <= 32 ? lesion.Label : lesion.Label[..31] + "…", "end", 10.5);
            Whisker(svg, x, y - 2.5, lesion.Real, Svg.Real);
            Whisker(svg, x, y + 2.5, lesion.Synthetic, Svg.Synthetic);
        }

        return svg.ToString();
    }

    private static void Whisker(Svg svg, Axis x, double y, Proportion? share, string colour)
    {
        if (share is not null)
        {
            svg.Line(x.At(share.Interval.Lower), y, x.At(share.Interval.Upper), y, colour, 1.3)
                .Dot(x.At(share.Rate), y, 2.6, colour, string.Create(CultureInfo.InvariantCulture, $"{share.Rate:P1} ({share.Interval.Lower:P1} to {share.Interval.Upper:P1}) of {share.Count}"));
        }
    }
}
