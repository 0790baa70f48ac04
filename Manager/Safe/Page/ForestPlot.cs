using System.Globalization;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Hazard ratios of the prognostic factors with their intervals.</summary>
internal static class ForestPlot
{
    private const double Width = 680;
    private const double Row = 25;

    public static string Draw(IReadOnlyList<HazardComparison> hazards)
    {
        var told = hazards.SelectMany(hazard => new[] { hazard.Real, hazard.Synthetic }).OfType<HazardRatio>().ToArray();
        var reach = Math.Min(16, told.SelectMany(ratio => new[] { 1 / ratio.Interval.Lower, ratio.Interval.Upper }).DefaultIfEmpty(2).Max() * 1.05);
        var x = new Axis(1 / Math.Max(2, reach), Math.Max(2, reach), 212, Width - 150, Logarithmic: true);
        var bottom = 28 + (Row * hazards.Count);
        var svg = new Svg(Width, bottom + 22, "Hazard ratios").Legend(x.From, 12, (Svg.Real, "real"), (Svg.Synthetic, "synthetic"));
        foreach (var tick in new[] { 0.125, 0.25, 0.5, 1, 2, 4, 8 }.Where(tick => tick >= x.Low && tick <= x.High))
        {
            svg.Line(x.At(tick), 22, x.At(tick), bottom, tick == 1 ? Svg.Grey : Svg.Faint).Text(x.At(tick), bottom + 14, tick.ToString("0.###", CultureInfo.InvariantCulture), "middle");
        }

        foreach (var (hazard, i) in hazards.Select((hazard, i) => (hazard, i)))
        {
            var y = 36 + (Row * i);
            svg.Text(x.From - 8, y + 4, hazard.Label.Length <= 34 ? hazard.Label : hazard.Label[..33] + "…", "end");
            Whisker(svg, x, y - 5, hazard.Real, Svg.Real);
            Whisker(svg, x, y + 6, hazard.Synthetic, Svg.Synthetic);
        }

        return svg.ToString();
    }

    private static void Whisker(Svg svg, Axis x, double y, HazardRatio? ratio, string colour)
    {
        if (ratio is null)
        {
            svg.Text(x.To + 8, y + 3, "cannot be told", size: 9, colour: colour);
            return;
        }

        svg.Line(x.At(ratio.Interval.Lower), y, x.At(ratio.Interval.Upper), y, colour, 1.4).Dot(x.At(ratio.Value), y, 3, colour)
            .Text(x.To + 8, y + 3, string.Create(CultureInfo.InvariantCulture, $"{ratio.Value:0.00} ({ratio.Interval.Lower:0.00} to {ratio.Interval.Upper:0.00})"), size: 9, colour: colour);
    }
}
