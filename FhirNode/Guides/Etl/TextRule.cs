using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Texts of a gene need its finding, and the columns of one gene tell of the same variants.</summary>
internal sealed class TextRule(FeatureDefinition finding, int offset, TextDefinition[] texts)
{
    public static TextRule[] All(DataDictionary dictionary) => [.. dictionary.Texts.GroupBy(text => text.Of)
        .Select(gene => new TextRule(dictionary[gene.Key], dictionary.Offset(dictionary.Position(gene.Key)), [.. gene]))];

    public void Check(double[] values, Dictionary<string, string> cells, long row, FaultList faults)
    {
        TextDefinition[] given = [.. texts.Where(text => cells.ContainsKey(text.Name))];
        if (given.Length == 0)
        {
            return;
        }

        if (values[offset] != 1)
        {
            faults.Add(row, given[0].Name, "", EtlRule.DetailWithoutFinding, $"{given[0].Name} is given and {finding.Columns[0]} is not present; give the finding, or leave the cell empty.");
            return;
        }

        var variants = given.Select(text => VariantTexts.Split(cells[text.Name])).ToArray();
        if (variants.Any(one => one.Length != variants[0].Length))
        {
            faults.Add(row, given[0].Name, "", EtlRule.VariantCount, $"{string.Join(" and ", given.Select((text, i) => $"{text.Name} ({variants[i].Length})"))} tell of different numbers of variants; give them in one order, with nothing between two '{VariantTexts.Separator}' where one is not known.");
        }
        else if (Enumerable.Range(0, variants[0].Length).Any(i => variants.All(one => one[i].Length == 0)))
        {
            faults.Add(row, given[0].Name, "", EtlRule.VariantCount, $"A variant of {finding.Name} has no text in any column; leave it out, or leave the cell empty.");
        }
    }
}
