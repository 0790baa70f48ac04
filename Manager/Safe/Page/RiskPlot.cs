using System.Globalization;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>The risks of the attacks with their intervals, and the largest that a release may have.</summary>
internal static class RiskPlot
{
    private const double Width = 680;
    private const double Row = 24;

    public static string Draw(AttackReport attacks, double threshold)
    {
        var rows = Rows(attacks).ToArray();
        var high = Math.Max(threshold * 2, rows.Select(row => row.Risk.Interval.Upper).DefaultIfEmpty(0).Max());
        var x = new Axis(0, Math.Min(1, high), 230, Width - 150);
        var bottom = 14 + (Row * rows.Length);
        var svg = new Svg(Width, bottom + 20, "Risks of attacks");
        foreach (var tick in x.Ticks(6))
        {
            svg.Line(x.At(tick), 4, x.At(tick), bottom, Svg.Faint).Text(x.At(tick), bottom + 14, tick.ToString("0.##", CultureInfo.InvariantCulture), "middle");
        }

        svg.Line(x.At(threshold), 4, x.At(threshold), bottom, "#b00020", 1.4, "4 3");
        foreach (var ((name, risk), i) in rows.Select((row, i) => (row, i)))
        {
            var y = 18 + (Row * i);
            svg.Text(x.From - 8, y + 4, name.Length <= 36 ? name : name[..35] + "…", "end")
                .Line(x.At(risk.Interval.Lower), y, x.At(risk.Interval.Upper), y, Svg.Synthetic, 1.6).Dot(x.At(risk.Value), y, 3.2, Svg.Synthetic)
                .Text(x.To + 8, y + 4, string.Create(CultureInfo.InvariantCulture, $"{risk.Value:0.000} ({risk.Interval.Lower:0.000} to {risk.Interval.Upper:0.000})"), size: 9.5);
        }

        return svg.ToString();
    }

    private static IEnumerable<(string Name, AttackRisk Risk)> Rows(AttackReport attacks)
    {
        (string Name, AttackRisk? Risk)[] rows =
        [
            ("singling out, one feature", SafeRisks.Of(attacks.SinglingOutUnivariate)),
            ("singling out, several features", SafeRisks.Of(attacks.SinglingOutMultivariate)),
            ("linkability", SafeRisks.Of(attacks.Linkability)),
            ("inference, all features together", SafeRisks.Of(SafeRisks.Inference(attacks))),
        ];
        return rows.Where(row => row.Risk is not null).Select(row => (row.Name, row.Risk!));
    }
}
