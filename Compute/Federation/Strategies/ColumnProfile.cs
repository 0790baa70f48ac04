using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// How each column of a plan is spread over a node's patients: for each a kind (0 codes, 1 a number), how many cells, then
/// the patients in each cell. Codes have a cell each, a number equal bins of its z-score; what is missing has the last.
/// </summary>
/// <param name="plan">Inputs, outcome, scaler.</param>
internal sealed class ColumnProfile(ModelPlan plan)
{
    /// <summary>Bins of a number; z-scores are within ±<see cref="FeatureScale.Limit"/>.</summary>
    public const int Bins = 50;

    private readonly (Feature Feature, int Part, int Codes)[] _columns =
        [.. plan.Inputs.Append(plan.Outcome).Where(name => name.Length > 0).Distinct().SelectMany(name => ColumnsOf(plan.Schema[name]))];

    /// <summary>Length of a profile.</summary>
    public int Length => _columns.Sum(column => 2 + Cells(column.Codes));

    /// <param name="table">The node's rows.</param>
    /// <param name="k">Cells of 1..k-1 patients are told as empty and their patients counted in the largest cell.</param>
    public double[] Of(FeatureTable table, int k) => [.. _columns.SelectMany(column =>
    {
        var counts = new int[Cells(column.Codes)];
        var values = table.Column(column.Feature.Name);
        for (var row = 0; row < table.Count; row++)
        {
            counts[Cell(column, values[(row * column.Feature.Width) + column.Part])]++;
        }

        return SmallGroups.Merged(counts, k).Select(count => (double)count).Prepend(counts.Length).Prepend(column.Codes == 0 ? 1 : 0);
    })];

    private int Cell((Feature Feature, int Part, int Codes) column, double value)
    {
        var cells = Cells(column.Codes);
        if (double.IsNaN(value))
        {
            return cells - 1;
        }

        var at = column.Codes > 0 ? value : (plan.Scaler[column.Feature.Name].Apply(value) + FeatureScale.Limit) / (2 * FeatureScale.Limit) * Bins;
        return (int)Math.Clamp(at, 0, cells - 2);
    }

    private static int Cells(int codes) => 1 + (codes == 0 ? Bins : codes);

    private static IEnumerable<(Feature Feature, int Part, int Codes)> ColumnsOf(Feature feature) => feature.Type switch
    {
        FeatureType.Binary => [(feature, 0, 2)],
        FeatureType.Category => [(feature, 0, feature.Categories.Count)],
        FeatureType.TimeToEvent => [(feature, 0, 0), (feature, 1, 2)],
        _ => Enumerable.Range(0, feature.Width).Select(part => (feature, part, 0)),
    };
}
