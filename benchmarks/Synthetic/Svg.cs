using System.Globalization;
using System.Security;
using System.Text;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>A drawing: what is added in the same order gives the same text.</summary>
internal sealed class Svg(double width, double height)
{
    private readonly StringBuilder _body = new();

    public void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string dashes = "") =>
        Add($"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"{Dashes(dashes)}/>");

    public void Path(IEnumerable<(double X, double Y)> points, string colour) =>
        Add($"<polyline points=\"{string.Join(' ', points.Select(point => FormattableString.Invariant($"{point.X:F1},{point.Y:F1}")))}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");

    public void Dot(double x, double y, string colour) => Add($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"3\" fill=\"{colour}\"/>");

    public void Text(double x, double y, string text, string anchor = "middle", int size = 12, string weight = "normal") =>
        Add($"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" font-size=\"{size}\" font-weight=\"{weight}\">{SecurityElement.Escape(text)}</text>");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{_body}</svg>\n");

    private static string Dashes(string dashes) => dashes.Length == 0 ? "" : $" stroke-dasharray=\"{dashes}\"";

    private void Add(FormattableString element) => _body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
