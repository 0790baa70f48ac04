using CsvHelper;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cell with texts of a gene's variants, checked one by one.</summary>
internal sealed class TextCell(TextDefinition text, FileColumn column, IReadOnlySet<string> missing)
{
    public void Parse(CsvReader csv, long row, Dictionary<string, string> cells, FaultList faults)
    {
        var cell = csv.GetString(column.Field).Trim();
        if (missing.Contains(cell))
        {
            return;
        }

        var variants = VariantTexts.Split(cell);
        foreach (var variant in variants.Where(variant => variant.Length > 0 && !Hgvs.IsValid(text.Syntax, variant)))
        {
            faults.Add(row, column.Name, variant, EtlRule.NotHgvs, $"HGVS is expected here, such as {Hgvs.Example(text.Syntax)}; several variants of the gene are separated by '{VariantTexts.Separator}'. Leave the cell empty where it is not known.");
        }

        if (variants.Length > VariantTexts.Most)
        {
            faults.Add(row, column.Name, "", EtlRule.VariantCount, $"{variants.Length} variants of one gene; at most {VariantTexts.Most} are read. Keep those of the highest allele frequency.");
        }

        cells[text.Name] = VariantTexts.Join(variants);
    }
}
