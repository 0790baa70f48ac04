using System.Globalization;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>A score on the way from its floor to its ceiling.</summary>
internal static class LevelBar
{
    private const double Width = 330;

    /// <summary>Floor and ceiling are named at the two ends of the bar, in the colours of their marks: they may lie side by side.</summary>
    public static string Draw(string name, double score, double floor, double ceiling)
    {
        var (low, high) = (Math.Min(score, Math.Min(floor, ceiling)), Math.Max(score, Math.Max(floor, ceiling)));
        var x = new Axis(Math.Max(0, low - 0.05), high + 0.05, 8, Width - 8);
        return new Svg(Width, 62, name)
            .Box(x.From, 22, x.To - x.From, 12, "#f2f3f5")
            .Box(x.At(floor), 22, x.At(ceiling) - x.At(floor), 12, Svg.Faint)
            .Box(x.At(floor), 22, x.At(score) - x.At(floor), 12, Svg.Synthetic)
            .Line(x.At(floor), 18, x.At(floor), 38, Svg.Grey, 1.5)
            .Line(x.At(ceiling), 18, x.At(ceiling), 38, Svg.Real, 1.5)
            .Text(floor <= ceiling ? x.From : x.To, 50, $"floor {Text(floor)}", floor <= ceiling ? "start" : "end", 10, Svg.Grey)
            .Text(floor <= ceiling ? x.To : x.From, 50, $"ceiling {Text(ceiling)}", floor <= ceiling ? "end" : "start", 10, Svg.Real)
            .Text(8, 13, $"{name} {Text(score)}", size: 13)
            .ToString();
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
