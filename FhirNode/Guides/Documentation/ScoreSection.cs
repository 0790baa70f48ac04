using System.Globalization;
using System.Text;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>A score: where it was published, how it is computed, its conventions.</summary>
internal static class ScoreSection
{
    public static void Write(StringBuilder page, ScoreDefinition score)
    {
        page.AppendLine($"## Score `{score.Name}`").AppendLine().AppendLine($"{score.Title}. {score.Source}.").AppendLine();
        foreach (var convention in score.Conventions)
        {
            page.AppendLine($"- convention `{convention.Name}`: {Markdown.Text(convention.Source)}");
        }

        Table(page, "derived", "is", score.Derived.Select(derived => (derived.Name, Markdown.Code(derived.Score is { } other ? $"score {other}" : derived.Value!))));
        Table(page, "term", "coefficient, mean, where missing (best, mean, worst)", score.Terms.Select(term => (Markdown.Code(term.X), Term(term))));
        Table(page, "first rule that holds", "category", score.Rules.Select(rule => ($"{Markdown.Code(rule.When)}{(rule.Source is { } source ? $": {Markdown.Text(source)}" : "")}", rule.Category)));
        Table(page, "category", "highest score", score.Categories.Where(_ => score.Rules.Length == 0).Select(category => (category.Code, category.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "")));
        page.AppendLine();
    }

    private static void Table(StringBuilder page, string left, string right, IEnumerable<(string, string)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.AppendLine().AppendLine($"| {left} | {right} |").AppendLine("|---|---|");
        foreach (var (first, second) in all)
        {
            page.AppendLine($"| {first} | {second} |");
        }
    }

    private static string Term(ScoreTerm term)
    {
        var missing = term.Best is null ? "" : $", ({term.Best}, {term.Substitute(ScoreScenario.Mean)}, {term.Worst})";
        return Markdown.Text(string.Create(CultureInfo.InvariantCulture, $"{term.Beta}, {term.Mean}{missing}"));
    }
}
