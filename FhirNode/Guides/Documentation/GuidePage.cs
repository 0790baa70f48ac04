using System.Text;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>A guide's page of documentation, made of its files: the same files give the same text.</summary>
public static class GuidePage
{
    private static readonly (FeatureRole Role, string Title)[] Sections =
    [
        (FeatureRole.Input, "Known at diagnosis: what models take"),
        (FeatureRole.Auxiliary, "Known at diagnosis: for scores and people, taken by a model only where an experiment names it"),
        (FeatureRole.Treatment, "Treatment"),
        (FeatureRole.Outcome, "Outcomes"),
        (FeatureRole.Score, "Published scores as the source gives them"),
    ];

    /// <summary>The page as Markdown.</summary>
    public static string Write(Guide guide)
    {
        var page = new StringBuilder();
        Head(page, guide);
        foreach (var (role, title) in Sections)
        {
            FeatureTables.Write(page, title, guide.Dictionary, role);
        }

        TextSection.Write(page, guide.Dictionary);
        RuleSection.Write(page, guide.Dictionary);
        foreach (var score in guide.Scores.Values)
        {
            ScoreSection.Write(page, score);
        }

        Recipe(page, guide);
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Head(StringBuilder page, Guide guide)
    {
        var head = guide.Dictionary.Head;
        page.AppendLine($"# {head.Title}").AppendLine()
            .AppendLine($"Made by `genomed guide docs` from `ImplementationGuides/{guide.Name}`; do not edit.").AppendLine()
            .AppendLine("| | |").AppendLine("|---|---|")
            .AppendLine($"| guide | `{guide.Name}` {head.Version} |")
            .AppendLine($"| a patient is in it by a Condition coded | {Markdown.Codes(head.Condition.Codings)} |")
            .AppendLine($"| identifier | column `{head.Identifier.Column}`, system `{head.Identifier.System}` |")
            .AppendLine($"| cells that mean not known | {string.Join(", ", head.Missing.Select(cell => cell.Length == 0 ? "empty" : $"`{cell}`"))} |")
            .AppendLine($"| outcome and score of experiments | {(head.Analysis is { } analysis ? $"`{analysis.Outcome}`, `{analysis.Score}`" : "none: for descriptive analysis")} |");
        foreach (var panel in head.Panels.Values)
        {
            page.AppendLine($"| panel `{panel.Id}` | {panel.Label}: {Markdown.Codes(panel.Codings)} |");
        }

        page.AppendLine();
    }

    private static void Recipe(StringBuilder page, Guide guide)
    {
        var file = Path.Combine(guide.Folder, "cohort.yaml");
        if (!File.Exists(file))
        {
            return;
        }

        var notes = File.ReadLines(file).TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim());
        page.AppendLine("## Invented patients").AppendLine()
            .AppendLine($"`genomed cohort --guide {guide.Name} --n 1000 --seed 1 --out DIR` invents patients. What the recipe says of its figures:").AppendLine();
        foreach (var note in notes)
        {
            page.AppendLine($"> {Markdown.Text(note)}");
        }
    }
}
