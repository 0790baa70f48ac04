using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy.Gates;

/// <summary>The public MDS cohort: blood counts, age, sex, lesions of 1 % or more, survival.</summary>
internal static class MdsCohort
{
    private static readonly string[] Numbers = ["AGE", "BM_BLAST", "PB_BLAST", "WBC", "ANC", "MONOCYTES", "HB", "PLT"];

    public static FeatureTable Read()
    {
        var rows = SharedData.Read("mds_ipssm.csv");
        string[] lesions = [.. rows[0].Keys.Where(name => (name.StartsWith("mut_", StringComparison.Ordinal) || name.StartsWith("cna_", StringComparison.Ordinal))
            && rows.Average(row => Number(row[name]) is 1 ? 1.0 : 0) >= 0.01)];
        var schema = Tables.Schema(
            [.. Numbers.Select(Tables.Number), Tables.Category("SEX", false, "F", "M"), .. lesions.Select(Tables.Binary), Tables.Outcome("OS")]);
        double[][] columns =
        [
            .. Numbers.Select(name => rows.Select(row => Number(row[name])).ToArray()),
            [.. rows.Select(row => row["SEX"] == "M" ? 1.0 : row["SEX"] == "F" ? 0 : double.NaN)],
            .. lesions.Select(name => rows.Select(row => Number(row[name])).ToArray()),
            [.. rows.SelectMany(row => new[] { Number(row["OS_YEARS"]), Number(row["OS_STATUS"]) })],
        ];
        return Tables.Of(schema, columns);
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
