using System.Globalization;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Scores by round: lines with their 95 % intervals, and levels to read them against, dashed.</summary>
internal sealed record Panel(string Title, IReadOnlyList<Series> Lines, IReadOnlyList<(string Name, double Value)> Levels)
{
    public const double Width = 300;
    public const double Height = 230;

    private const string Grey = "#777777";
    private const double Left = 44;
    private const double Right = 10;
    private const double Top = 28;
    private const double Bottom = 34;

    private double Low => Math.Floor((All.Min() - 0.01) * 20) / 20;

    private double High => Math.Ceiling((All.Max() + 0.005) * 20) / 20;

    private IEnumerable<double> All => Lines.SelectMany(line => line.Points.SelectMany(point => new[] { point.Mean - Half(point), point.Mean + Half(point) })).Concat(Levels.Select(level => level.Value));

    /// <summary>Draws it with its upper left corner there.</summary>
    public void Draw(Svg svg, double x, double y)
    {
        svg.Text(x + (Width / 2), y + 16, Title, size: 13, weight: "bold");
        Axes(svg, x, y);
        foreach (var (name, value) in Levels)
        {
            svg.Line(x + Left, Y(y, value), x + Width - Right, Y(y, value), Grey, 1, "5 3");
            svg.Text(x + Width - Right - 2, Y(y, value) - 3, name, "end", 10);
        }

        foreach (var (place, line) in Lines.Index())
        {
            // Beside each other, so that intervals can be told apart.
            var shift = (place - ((Lines.Count - 1) / 2.0)) * 3;
            svg.Path(line.Points.Index().Select(point => (X(x, point.Index) + shift, Y(y, point.Item.Mean))), line.Colour);
            foreach (var (round, point) in line.Points.Index())
            {
                svg.Line(X(x, round) + shift, Y(y, point.Mean - Half(point)), X(x, round) + shift, Y(y, point.Mean + Half(point)), line.Colour);
                svg.Dot(X(x, round) + shift, Y(y, point.Mean), line.Colour);
            }
        }
    }

    private static double Half(Interval point) => double.IsNaN(point.Half) ? 0 : point.Half;

    private static double X(double x, int round) => x + Left + 18 + (round * (Width - Left - Right - 36) / (SyntheticEntry.Rounds - 1));

    private double Y(double y, double value) => y + Top + ((High - value) / (High - Low) * (Height - Top - Bottom));

    private void Axes(Svg svg, double x, double y)
    {
        var step = (High - Low) switch { > 0.8 => 0.2, > 0.3 => 0.1, _ => 0.05 };
        for (var i = 0; Low + (i * step) <= High + 1e-9; i++)
        {
            var value = Low + (i * step);
            svg.Line(x + Left, Y(y, value), x + Width - Right, Y(y, value), "#e5e5e5");
            svg.Text(x + Left - 5, Y(y, value) + 4, value.ToString("F2", CultureInfo.InvariantCulture), "end", 10);
        }

        for (var round = 0; round < SyntheticEntry.Rounds; round++)
        {
            svg.Text(X(x, round), y + Height - Bottom + 15, (round + 1).ToString(CultureInfo.InvariantCulture), size: 10);
        }

        svg.Text(x + ((Left + Width) / 2), y + Height - 5, "round", size: 10);
    }
}
