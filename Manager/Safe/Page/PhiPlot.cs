using System.Globalization;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Two heat maps beside each other: φ of every pair of genes among real, and among synthetic patients.</summary>
internal static class PhiPlot
{
    /// <summary>φ of this size has the full colour: genes seldom come nearer.</summary>
    private const double Full = 0.3;

    private const double Width = 680;
    private const double Left = 50;

    public static string Draw(PhiComparison phi)
    {
        var cell = Math.Min(16, ((Width / 2) - Left - 8) / phi.Genes.Count);
        var svg = new Svg(Width, 70 + (cell * phi.Genes.Count) + 34, "Pairs of genes among real and synthetic patients");
        Map(svg, phi.Genes, phi.Real, 0, cell, "real");
        Map(svg, phi.Genes, phi.Synthetic, Width / 2, cell, "synthetic");
        return Scale(svg, 70 + (cell * phi.Genes.Count) + 14).ToString();
    }

    private static void Map(Svg svg, IReadOnlyList<string> genes, IReadOnlyList<double?> pairs, double from, double cell, string whose)
    {
        svg.Text(from + Left, 12, whose, size: 12);
        var pair = 0;
        for (var i = 0; i < genes.Count; i++)
        {
            var name = Name(genes[i]);
            svg.Text(from + Left - 4, 70 + (cell * (i + 0.75)), name, "end", Math.Min(9, cell * 0.8)).Turned(from + Left + (cell * (i + 0.75)), 66, name, Math.Min(9, cell * 0.8));
            svg.Box(from + Left + (cell * i), 70 + (cell * i), cell - 0.5, cell - 0.5, "#c9ced6");
            for (var j = i + 1; j < genes.Count; j++, pair++)
            {
                var (colour, tip) = (Colour(pairs[pair]), string.Create(CultureInfo.InvariantCulture, $"{name}, {Name(genes[j])}: {pairs[pair]:0.00}"));
                svg.Box(from + Left + (cell * j), 70 + (cell * i), cell - 0.5, cell - 0.5, colour, tip).Box(from + Left + (cell * i), 70 + (cell * j), cell - 0.5, cell - 0.5, colour, tip);
            }
        }
    }

    private static Svg Scale(Svg svg, double y)
    {
        var x = Left;
        foreach (var (value, text) in new (double?, string)[] { (-Full, "apart"), (-Full / 2, ""), (0, "by chance"), (Full / 2, ""), (Full, "together"), (null, "too few to be told") })
        {
            svg.Box(x, y, 12, 12, Colour(value)).Text(x + 16, y + 10, text, size: 10);
            x += 20 + (text.Length * 6);
        }

        return svg;
    }

    /// <summary>Blue where genes keep apart, white by chance, red where they come together.</summary>
    private static string Colour(double? phi)
    {
        if (phi is not { } value)
        {
            return "#eceef1";
        }

        var pale = (int)Math.Round(255 * (1 - Math.Min(1, Math.Abs(value) / Full)));
        return value < 0 ? $"rgb({pale},{(pale / 2) + 127},255)" : $"rgb(255,{(pale * 3 / 4) + 63},{pale})";
    }

    private static string Name(string gene) => gene.StartsWith("mut_", StringComparison.Ordinal) ? gene[4..] : gene;
}
