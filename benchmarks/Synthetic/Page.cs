using System.Globalization;
using System.Text;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>The page beside the result, in Markdown.</summary>
internal sealed class Page(Summary summary, string name)
{
    private readonly StringBuilder _text = new();

    /// <summary>All of it; the same summary gives the same text.</summary>
    public string Write()
    {
        Add(PageText.Opening(name));
        References();
        foreach (var entry in summary.Entries)
        {
            Table(entry);
        }

        Checks();
        Settings();
        Add(PageText.Closing);
        return _text.ToString();
    }

    private void References()
    {
        var best = summary.Best;
        Add("| | CSF | GSF | φ correlation | C-index |\n|---|---|---|---|---|");
        foreach (var bound in new[] { Measurement.Ceiling, Measurement.Floor })
        {
            var c = bound == Measurement.Ceiling ? Number(summary.Bound(best, bound, Scores.Transfer).Mean) : "";
            Add($"| {bound} | {Number(summary.Bound(best, bound, Scores.Csf).Mean)} | {Number(summary.Bound(best, bound, Scores.Gsf).Mean)} | {Number(summary.Bound(best, bound, Scores.Phi).Mean)} | {c} |");
        }

        Add("");
    }

    private void Table(SyntheticEntry entry)
    {
        Add($"## {entry.Name}\n");
        Add("| | CSF | of the way | GSF | of the way | φ correlation | φ, hold-out | C-index | NNDR | hold-out's | membership AUC |\n|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var arm in new[] { Arm.Federated, Arm.Centralised, "node1", "node2", "node3" })
        {
            string Of(string score) => Number(summary.Score(entry, arm, score).Mean);
            string With(string score) => $"{Of(score)} ± {Number(summary.Score(entry, arm, score).Half)}";
            Add($"| {arm} | {With(Scores.Csf)} | {Percent(summary.Share(entry, arm, Scores.Csf).Mean)} | {With(Scores.Gsf)} | {Percent(summary.Share(entry, arm, Scores.Gsf).Mean)} | {With(Scores.Phi)} | {Of(Scores.PhiHoldOut)} | {With(Scores.Transfer)} | {Of(Scores.Nndr)} | {Of(Scores.NndrHoldOut)} | {Of(Scores.Membership)} |");
        }

        Parts(entry);
    }

    private void Parts(SyntheticEntry entry)
    {
        string[] parts = [.. summary.Parts(entry)];
        Add($"\nParts, federated (centralised): {string.Join(", ", parts.Select(part => $"{part.Replace('_', ' ')} {Number(summary.Score(entry, Arm.Federated, part).Mean)} ({Number(summary.Score(entry, Arm.Centralised, part).Mean)})"))}.\n");
    }

    private void Checks()
    {
        Add("## What was wanted\n\n| generator | | measured | wanted | |\n|---|---|---|---|---|");
        foreach (var claim in new Claims(summary).All)
        {
            Add($"| {claim.Model} | {claim.Text} | {Number(claim.Value)} | {claim.Wanted} | {(claim.Reached ? "reached" : "**not reached**")} |");
        }

        Add("");
    }

    private void Settings()
    {
        Add("## Settings\n\n| generator | model | options beside the defaults | strategy | epochs a round | k | splits |\n|---|---|---|---|---|---|---|");
        foreach (var entry in summary.Entries)
        {
            Add($"| {entry.Name} | {entry.Model} | `{entry.Options.ToJsonString()}` | {entry.Strategy} | {entry.Schedule.Epochs} | {entry.MinimumPatients} | {string.Join(", ", summary.Seeds(entry))} |");
        }

        Add("");
    }

    private void Add(FormattableString line) => Add(line.ToString(CultureInfo.InvariantCulture));

    private void Add(string line) => _text.Append(line).Append('\n');

    /// <summary>Three decimals without the leading zero; a dash where there is none.</summary>
    private static string Number(double value) => double.IsNaN(value) ? "–"
        : value.ToString("F3", CultureInfo.InvariantCulture).Replace("0.", ".", StringComparison.Ordinal);

    private static string Percent(double share) => (100 * share).ToString("F0", CultureInfo.InvariantCulture) + " %";
}
