using System.Text;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>What no patient of a guide can have, and why.</summary>
internal static class RuleSection
{
    public static void Write(StringBuilder page, DataDictionary dictionary)
    {
        if (dictionary.Head.Rules.Count == 0)
        {
            return;
        }

        page.AppendLine("## Rules: what no patient can have").AppendLine()
            .AppendLine("A synthetic patient who breaks one is drawn again. A real row that breaks one is flagged by `genomed etl`, which says where and how to mend it (`--rules off|warn|reject`). A rule whose values are not all known is not broken.").AppendLine()
            .AppendLine("| rule | impossible | as an expression | source |").AppendLine("|---|---|---|---|");
        foreach (var rule in dictionary.Head.Rules)
        {
            page.AppendLine($"| `{rule.Id}` | {Markdown.Text(rule.Label)} | {Markdown.Code(rule.Impossible)} | {Markdown.Text(rule.Source)} |");
        }

        page.AppendLine();
    }
}
