using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy;

/// <summary>The tables of the goldens: two numbers, two binaries, a category, a time to an event.</summary>
internal static class GoldenTables
{
    public static readonly FeatureSchema Schema = Tables.Schema(
        Tables.Number("x"), Tables.Number("n"), Tables.Binary("a"), Tables.Binary("b"), Tables.Category("c", false, "p", "q", "r"), Tables.Outcome("os"));

    /// <summary>From lines "key 0" to "key 6", a column each.</summary>
    public static FeatureTable Read(Dictionary<string, double[]> set, string key)
    {
        var columns = Enumerable.Range(0, 7).Select(column => set[$"{key} {column}"]).ToArray();
        double[] outcome = [.. columns[5].Zip(columns[6]).SelectMany(pair => new[] { pair.First, pair.Second })];
        return Tables.Of(Schema, [.. columns[..5], outcome]);
    }
}
