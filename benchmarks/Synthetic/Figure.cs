namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Panels of all generators, a score a row, with one legend.</summary>
internal static class Figure
{
    private const double Legend = 30;

    private static readonly (string Arm, string Name, string Colour)[] Arms =
    [
        (Arm.Federated, "federated", "#0072B2"),
        (Arm.Centralised, "centralised", "#000000"),
        ("node1", "node 1 alone (60 %)", "#009E73"),
        ("node2", "node 2 alone (30 %)", "#E69F00"),
        ("node3", "node 3 alone (10 %)", "#D55E00"),
    ];

    /// <summary>CSF and GSF by round, between their floor and ceiling.</summary>
    public static string Fidelity(Summary summary) => Draw(summary, [Scores.Csf, Scores.Gsf, Scores.Phi], (entry, score) => new Panel(
        $"{entry.Name}: {Label(score)}",
        Lines(summary, entry, score),
        [("ceiling", summary.Bound(entry, Measurement.Ceiling, score).Mean), ("floor", summary.Bound(entry, Measurement.Floor, score).Mean)]));

    /// <summary>How near synthetic rows are to the patients behind them, and how well members are told from others.</summary>
    public static string Privacy(Summary summary) => Draw(summary, [Scores.Nndr, Scores.Membership], (entry, score) => new Panel(
        $"{entry.Name}: {Label(score)}",
        Lines(summary, entry, score),
        [score == Scores.Nndr ? ("hold-out", summary.Score(entry, Arm.Federated, Scores.NndrHoldOut).Mean) : ("limit", 0.55)]));

    private static Series[] Lines(Summary summary, SyntheticEntry entry, string score) =>
        [.. Arms.Select(arm => new Series(arm.Name, arm.Colour, [.. Enumerable.Range(1, SyntheticEntry.Rounds).Select(round => summary.Score(entry, arm.Arm, score, round))]))];

    private static string Draw(Summary summary, string[] scores, Func<SyntheticEntry, string, Panel> panel)
    {
        var svg = new Svg(Panel.Width * Math.Max(3, summary.Entries.Count), Legend + (Panel.Height * scores.Length));
        foreach (var (place, arm) in Arms.Index())
        {
            svg.Line(20 + (place * 165), 16, 44 + (place * 165), 16, arm.Colour, 3);
            svg.Text(50 + (place * 165), 20, arm.Name, "start");
        }

        foreach (var (row, score) in scores.Index())
        {
            foreach (var (column, entry) in summary.Entries.Index())
            {
                panel(entry, score).Draw(svg, column * Panel.Width, Legend + (row * Panel.Height));
            }
        }

        return svg.ToString();
    }

    private static string Label(string score) => score switch
    {
        Scores.Phi => "φ correlation",
        Scores.Nndr => "NNDR, median",
        Scores.Membership => "membership AUC",
        _ => score.ToUpperInvariant(),
    };
}
