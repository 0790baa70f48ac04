using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>
/// The MDS table read without FHIR, so that the compute of the spine can be measured alone. Inputs are what is known
/// at diagnosis; outcomes other than overall survival and treatments are not read at all. The published IPSS-M score is
/// there to compare with, as a score, which no model may take.
/// </summary>
internal static class MdsCohort
{
    public const string Outcome = "OS";

    public const string Ipssm = "IPSSM_SCORE";

    private static readonly string[] Numbers = ["AGE", "BM_BLAST", "PB_BLAST", "WBC", "ANC", "MONOCYTES", "HB", "PLT"];

    private static readonly string[] Cytogenetics = ["Very-Good", "Good", "Int", "Poor", "Very-Poor"];

    /// <summary>The patients whose survival is known and above 0, by identifier.</summary>
    public static FeatureTable Read(string file)
    {
        // The table has no quoted cells.
        var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        var rows = lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second))
            .Where(row => Number(row, "OS_YEARS") > 0 && !double.IsNaN(Number(row, "OS_STATUS")))
            .OrderBy(row => row["ID"], StringComparer.Ordinal)
            .ToArray();
        var schema = new FeatureSchema("mds", "benchmark", Features(rows));
        return new FeatureTable(schema, [.. rows.Select(row => row["ID"])], schema.Features.ToDictionary(
            feature => feature.Name, feature => rows.SelectMany(row => Values(feature, row)).ToArray()));
    }

    private static List<Feature> Features(Dictionary<string, string>[] rows) =>
    [
        .. Numbers.Select(name => Input(name, FeatureType.Continuous) with { Minimum = 0 }),
        Category("SEX", false, ["F", "M"]),
        Category("complex", false, ["non-complex", "complex"]),
        Category("CYTO_IPSSR", true, Cytogenetics),
        Category("WHO_2016", false, Distinct(rows, "WHO_2016")),
        Category("MDS_TYPE", false, Distinct(rows, "MDS_TYPE")),
        .. rows[0].Keys.Where(name => name.StartsWith("mut_", StringComparison.Ordinal) || name.StartsWith("cna_", StringComparison.Ordinal))
            .Select(name => Input(name, FeatureType.Binary)),
        new Feature { Name = Ipssm, Type = FeatureType.Continuous, Role = FeatureRole.Score },
        new Feature { Name = Outcome, Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Unit = "a" },
    ];

    private static IEnumerable<double> Values(Feature feature, Dictionary<string, string> row) => feature.Type switch
    {
        FeatureType.TimeToEvent => [Number(row, "OS_YEARS"), Number(row, "OS_STATUS")],
        FeatureType.Category => [Index(feature, row[feature.Name])],
        _ => [Number(row, feature.Name)],
    };

    private static double Index(Feature feature, string text)
    {
        var index = feature.Categories.ToList().IndexOf(text);
        return index >= 0 ? index : double.NaN;
    }

    private static double Number(Dictionary<string, string> row, string column) =>
        double.TryParse(row[column], CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string[] Distinct(Dictionary<string, string>[] rows, string column) =>
        [.. rows.Select(row => row[column]).Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static Feature Category(string name, bool ordered, string[] categories) =>
        Input(name, FeatureType.Category) with { Ordered = ordered, Categories = categories };

    private static Feature Input(string name, FeatureType type) => new() { Name = name, Type = type, Role = FeatureRole.Input };
}
