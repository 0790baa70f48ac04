using System.Globalization;
using System.Text;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>A drawing that stands in the page itself.</summary>
/// <param name="width">In its own units; it is as wide on the page as there is room.</param>
/// <param name="height">In the same units.</param>
/// <param name="title">Told to who cannot see it.</param>
internal sealed class Svg(double width, double height, string title)
{
    public const string Real = "#1b4965";
    public const string Synthetic = "#d9730d";
    public const string Grey = "#8a8f98";
    public const string Faint = "#dfe2e6";

    private readonly StringBuilder _shapes = new();

    public Svg Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string? dash = null)
        => Add($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"{(dash is null ? "" : $" stroke-dasharray=\"{dash}\"")}/>");

    public Svg Box(double x, double y, double w, double h, string colour, string? tip = null)
        => Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, w):0.##}\" height=\"{Math.Max(0, h):0.##}\" fill=\"{colour}\">{Tip(tip)}</rect>");

    public Svg Dot(double x, double y, double radius, string colour, string? tip = null)
        => Add($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius}\" fill=\"{colour}\">{Tip(tip)}</circle>");

    public Svg Path(IEnumerable<(double X, double Y)> points, string colour, double thickness = 1.8, string? dash = null)
        => Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thickness}\"{(dash is null ? "" : $" stroke-dasharray=\"{dash}\"")} points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")))}\"/>");

    /// <param name="x">Where the anchor is.</param>
    /// <param name="y">The base line.</param>
    /// <param name="text">Plain.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="size">In the drawing's units.</param>
    /// <param name="colour">Any.</param>
    public Svg Text(double x, double y, string text, string anchor = "start", double size = 11, string colour = "#333")
        => Add($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\">{HtmlPage.Text(text)}</text>");

    public Svg Turned(double x, double y, string text, double size = 9)
        => Add($"<text transform=\"translate({x:0.##} {y:0.##}) rotate(-90)\" font-size=\"{size}\" fill=\"#333\">{HtmlPage.Text(text)}</text>");

    /// <summary>Which colour is whose.</summary>
    public Svg Legend(double x, double y, params (string Colour, string Text)[] entries)
    {
        foreach (var (colour, text) in entries)
        {
            Box(x, y - 8, 10, 10, colour).Text(x + 14, y + 1, text);
            x += 30 + (6.2 * text.Length);
        }

        return this;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" aria-label=\"{HtmlPage.Text(title)}\" style=\"max-width:{width:0.##}px\">{_shapes}</svg>");

    private static string Tip(string? tip) => tip is null ? "" : $"<title>{HtmlPage.Text(tip)}</title>";

    private Svg Add(FormattableString shape)
    {
        _shapes.Append(shape.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
