using System.Text;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>The text columns of a guide.</summary>
internal static class TextSection
{
    public static void Write(StringBuilder page, DataDictionary dictionary)
    {
        if (dictionary.Texts.Count == 0)
        {
            return;
        }

        page.AppendLine("## Texts: for people and other systems, never for a model").AppendLine()
            .AppendLine($"Optional columns. Several variants of a gene are separated by `{VariantTexts.Separator}` (at most {VariantTexts.Most}), in one order in all columns of the gene; each is an Observation of its own.").AppendLine()
            .AppendLine("| columns | what | written like | FHIR | codes |").AppendLine("|---|---|---|---|---|");
        foreach (var kind in dictionary.Texts.GroupBy(text => (text.Syntax, text.Codings[0].Key)))
        {
            page.AppendLine($"| {string.Join(", ", kind.Select(text => $"`{text.Name}`"))} | {Label(kind.Key.Syntax)} | {Markdown.Text($"`{Hgvs.Example(kind.Key.Syntax)}`")} | component of the variant's Observation | {Markdown.Codes(kind.First().Codings)} |");
        }

        page.AppendLine();
    }

    private static string Label(TextSyntax syntax) => syntax switch
    {
        TextSyntax.HgvsCoding => "change of the coding sequence",
        TextSyntax.HgvsProtein => "change of the protein",
        _ => "change of the genome",
    };
}
