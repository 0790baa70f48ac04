using System.Globalization;
using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Survival curves of real and synthetic patients.</summary>
internal static class SurvivalPlot
{
    private const double Width = 680;
    private const double Height = 260;

    public static string Draw(SurvivalCurves survival)
    {
        var end = survival.Real.Concat(survival.Synthetic).Select(point => point.Time).DefaultIfEmpty(1).Max();
        var (x, y) = (new Axis(0, end, 44, Width - 12), new Axis(0, 1, Height - 40, 12));
        var svg = new Svg(Width, Height, "Survival of real and synthetic patients");
        foreach (var tick in y.Ticks(5))
        {
            svg.Line(x.From, y.At(tick), x.To, y.At(tick), Svg.Faint).Text(x.From - 6, y.At(tick) + 4, tick.ToString("P0", CultureInfo.InvariantCulture), "end");
        }

        foreach (var tick in x.Ticks(8))
        {
            svg.Text(x.At(tick), y.From + 16, tick.ToString("0.##", CultureInfo.InvariantCulture), "middle");
        }

        return svg
            .Text((x.From + x.To) / 2, Height - 6, $"{survival.Outcome}, {UnitText.Of(survival.Unit)}", "middle")
            .Path(Curve(survival.Real, x, y), Svg.Real)
            .Path(Curve(survival.Synthetic, x, y), Svg.Synthetic, dash: "5 3")
            .Legend(x.To - 200, 22, (Svg.Real, "real"), (Svg.Synthetic, "synthetic"))
            .ToString();
    }

    private static IEnumerable<(double X, double Y)> Curve(IReadOnlyList<SurvivalPoint> points, Axis x, Axis y)
        => points.Prepend(new SurvivalPoint(0, 1)).Select(point => (x.At(point.Time), y.At(point.Survival)));
}
