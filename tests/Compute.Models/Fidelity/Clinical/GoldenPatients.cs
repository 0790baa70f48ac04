using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical;

/// <summary>The patients of Goldens/clinical.R: age, two lesions, an outcome.</summary>
internal static class GoldenPatients
{
    public static readonly IReadOnlyDictionary<string, Dictionary<string, double[]>> Golden = GoldenFile.Read("clinical.txt");

    public static readonly FeatureSchema Schema = Tables.Schema(Tables.Number("age"), Tables.Binary("gene"), Tables.Binary("other"), Tables.Outcome("os"));

    /// <summary>The edges of age make its hazard ratio one per 10 years.</summary>
    public static readonly SafePlan Plan = new()
    {
        Schema = Schema,
        Clinical = ["age"],
        Lesions = ["gene", "other"],
        Genes = ["gene", "other"],
        Cytogenetics = [],
        Outcome = "os",
        Prognostic = ["age", "gene", "other"],
        Edges = new Dictionary<string, IReadOnlyList<double>> { ["age"] = [60, 65, 70, 75, 80] },
        Times = Golden["plan"]["times"],
    };

    public static readonly FeatureTable Real = Of(Golden["real"]);

    public static readonly FeatureTable Synthetic = Of(Golden["synthetic"]);

    public static SafeSummary Summary(FeatureTable table) => SafeSummary.Of(table, Plan);

    private static FeatureTable Of(Dictionary<string, double[]> set) => Tables.Of(
        Schema, set["age"], set["gene"], set["other"], [.. set["time"].Zip(set["event"]).SelectMany(pair => new[] { pair.First, pair.Second })]);
}
