using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>
/// Variables derived from what is known at diagnosis, beside the table's own: capped blasts and platelets and the gene
/// groups of the IPSS-M paper (Bernard et al., NEJM Evidence 2022, its variables, none of its weights), how many lesions a
/// patient has, and how many in each functional group of genes. A gene that was not tested counts as not mutated here;
/// its own column still says that it is missing. The WHO class and type, which are read off the other columns, are left
/// out, and so are lesions that fewer than 1 % of the patients have.
/// </summary>
internal static class DerivedFeatures
{
    private static readonly string[] Residual =
        ["BCOR", "BCORL1", "CEBPA", "ETNK1", "GATA2", "GNB1", "IDH1", "NF1", "PHF6", "PPM1D", "PRPF8", "PTPN11", "SETBP1", "STAG2", "WT1"];

    private static readonly string[] Companions = ["SRSF2", "STAG2", "BCOR", "BCORL1", "RUNX1", "NRAS"];

    private static readonly string[] SecondNames = ["mut_TP53mono", "mut_TP53multi", "mut_TET2bi", "mut_TET2other"];

    private static readonly (string Name, string[] Genes)[] Groups =
    [
        ("signalling", ["NRAS", "KRAS", "CBL", "PTPN11", "NF1", "BRAF", "KIT", "FLT3"]),
        ("splicing", ["SRSF2", "U2AF1", "ZRSR2"]),
        ("chromatin", ["ASXL1", "EZH2", "BCOR", "BCORL1", "STAG2", "PHF6", "KMT2D", "SUZ12", "EED"]),
        ("transcription", ["RUNX1", "ETV6", "GATA2", "CEBPA", "WT1", "NPM1"]),
        ("methylation", ["TET2", "DNMT3A", "IDH1", "IDH2"]),
    ];

    private static readonly string[] Classes = ["WHO_2016", "MDS_TYPE"];

    /// <summary>The table with the derived variables as inputs.</summary>
    public static FeatureTable AddTo(FeatureTable table)
    {
        var derived = Derive(new Lesions(table)).ToArray();
        var kept = table.Schema.Features.Where(feature => !Classes.Contains(feature.Name) && !IsRareLesion(table, feature));
        var schema = table.Schema with { Features = [.. derived.Select(entry => entry.Feature), .. kept] };
        var columns = table.Schema.Features.ToDictionary(feature => feature.Name, feature => table.Column(feature.Name).ToArray());
        return new FeatureTable(schema, table.RowIds, columns.Concat(derived.ToDictionary(entry => entry.Feature.Name, entry => entry.Values)).ToDictionary());
    }

    private static bool IsRareLesion(FeatureTable table, Feature feature) => feature.Type == FeatureType.Binary
        && table.Column(feature.Name).ToArray().Count(value => value == 1) < table.Count / 100.0;

    private static IEnumerable<(Feature Feature, double[] Values)> Derive(Lesions lesions)
    {
        yield return Number("BLAST5", lesions.Each(i => Math.Min(lesions.Number("BM_BLAST", i), 20) / 5));
        yield return Number("PLT100", lesions.Each(i => Math.Min(lesions.Number("PLT", i), 250) / 100));
        yield return Number("NRES2", lesions.Each(i => Math.Min(2, lesions.Mutated(Residual, i))));
        yield return Binary("SF3B1_5Q", lesions.Each(i => IsSf3b1With5q(lesions, i) ? 1 : 0));
        yield return Binary("SF3B1_ALPHA", lesions.Each(i => lesions.HasGene("SF3B1", i) && !IsSf3b1With5q(lesions, i) && lesions.Mutated(Companions, i) == 0 ? 1 : 0));
        yield return Number("MUTATED_GENES", lesions.Each(i => Math.Min(8, lesions.Count("mut_", SecondNames, i))));
        yield return Number("CYTOGENETIC_LESIONS", lesions.Each(i => Math.Min(8, lesions.Count("cna_", [], i))));
        foreach (var (name, genes) in Groups)
        {
            yield return Number($"GENES_{name}", lesions.Each(i => Math.Min(3, lesions.Mutated(genes, i))));
        }
    }

    private static bool IsSf3b1With5q(Lesions lesions, int i) => lesions.HasGene("SF3B1", i) && lesions.HasRegion("del5q", i)
        && !lesions.HasRegion("del7", i) && !lesions.HasRegion("del7q", i) && lesions.Number("complex", i) != 1;

    private static (Feature Feature, double[] Values) Number(string name, double[] values) => (Input(name, FeatureType.Continuous), values);

    private static (Feature Feature, double[] Values) Binary(string name, double[] values) => (Input(name, FeatureType.Binary), values);

    private static Feature Input(string name, FeatureType type) => new() { Name = name, Type = type, Role = FeatureRole.Input };
}
