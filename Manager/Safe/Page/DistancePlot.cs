using System.Globalization;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>How distances of synthetic rows, and of hold-out rows, to the training rows are spread; medians as upright lines.</summary>
internal static class DistancePlot
{
    private const double Width = 330;
    private const double Height = 170;
    private const int Bars = 40;

    public static string Draw(string title, DistanceDistribution synthetic, DistanceDistribution? holdOut)
    {
        var high = Math.Clamp(new[] { synthetic, holdOut }.OfType<DistanceDistribution>().Max(Largest), 0.05, 1);
        var (made, real) = (Shares(synthetic, high), holdOut is null ? null : Shares(holdOut, high));
        var (x, y) = (new Axis(0, high, 8, Width - 8), new Axis(0, made.Concat(real ?? []).Max(), Height - 28, 36));
        var svg = new Svg(Width, Height, title).Text(8, 13, title, size: 12);
        for (var bar = 0; bar < Bars; bar++)
        {
            svg.Box(x.At(high * bar / Bars), y.At(made[bar]), ((x.To - x.From) / Bars) - 0.5, y.From - y.At(made[bar]), "#f0b27a");
        }

        if (real is not null)
        {
            svg.Path(real.SelectMany((share, bar) => new[] { (x.At(high * bar / Bars), y.At(share)), (x.At(high * (bar + 1) / Bars), y.At(share)) }), Svg.Real, 1.4);
        }

        foreach (var tick in x.Ticks(5))
        {
            svg.Text(x.At(tick), y.From + 14, tick.ToString("0.##", CultureInfo.InvariantCulture), "middle", 10);
        }

        Median(svg, x, y, synthetic, Svg.Synthetic);
        Median(svg, x, y, holdOut, Svg.Real);
        return svg.Line(x.From, y.From, x.To, y.From, Svg.Grey).Legend(8, 30, [("#f0b27a", "synthetic"), .. holdOut is null ? Array.Empty<(string, string)>() : [(Svg.Real, "hold-out")]]).ToString();
    }

    private static void Median(Svg svg, Axis x, Axis y, DistanceDistribution? distances, string colour)
    {
        if (distances is not null)
        {
            svg.Line(x.At(distances.Median), y.From, x.At(distances.Median), y.To, colour, 1.6, "3 2");
        }
    }

    private static double Largest(DistanceDistribution distances)
        => (distances.Histogram.Select((count, bin) => count > 0 ? bin : -1).Max() + 1.0) / distances.Histogram.Count;

    private static double[] Shares(DistanceDistribution distances, double high)
    {
        var (shares, rows) = (new double[Bars], (double)Math.Max(1, distances.Histogram.Sum()));
        for (var bin = 0; bin < distances.Histogram.Count; bin++)
        {
            shares[Math.Min(Bars - 1, (int)((bin + 0.5) / distances.Histogram.Count / high * Bars))] += distances.Histogram[bin] / rows;
        }

        return shares;
    }
}
