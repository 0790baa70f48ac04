using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Export;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Manager.Tests.Safe;

/// <summary>Invented patients of the MDS guide as tables: some inputs, and OS.</summary>
internal static class MdsTables
{
    private static readonly string[] Inputs =
    [
        "AGE", "SEX", "HB", "PLT", "BM_BLAST", "CYTO_IPSSR", "mut_TET2", "mut_ASXL1", "mut_SF3B1", "mut_SRSF2", "mut_TP53", "mut_DNMT3A", "mut_RUNX1", "mut_NPM1", "cna_del5q",
    ];

    private static Guide Mds => GuideCatalog.Default.Find("mds");

    public static async Task<FeatureTable> OfAsync(int seed, int patients)
    {
        var file = Path.GetTempFileName();
        try
        {
            var cohort = Mds.Cohorts(seed).Generate(patients);
            CohortFile.Write(file, cohort with { Rows = [.. cohort.Rows.Select(row => (string[])[$"{seed}-{row[0]}", .. row[1..]])] });
            return await TableReader.ReadAsync(EtlSource.File(file), Mds.Dictionary, [.. Inputs, "OS"], TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static SafePlan Plan(FeatureTable table)
    {
        var features = SafeFeatures.Of(Mds, Inputs, "OS");
        return SafePlanBuilder.Of(table, features.Lesions, features.Cytogenetics, features.Derived, features.Prognostic, "OS");
    }

    public static byte[] Csv(FeatureTable table)
    {
        using var stream = new MemoryStream();
        DatasetCsv.WriteRows(stream, table, Mds.Dictionary);
        return stream.ToArray();
    }
}
