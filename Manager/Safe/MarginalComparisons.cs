using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Makes the comparisons of clinical features.</summary>
internal static class MarginalComparisons
{
    public static IReadOnlyList<MarginalComparison> Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes, SafeScores scores)
        => [.. plan.Clinical.Select(name => Of(plan, name, nodes, scores))];

    private static MarginalComparison Of(SafePlan plan, string name, IReadOnlyList<SafeEvidence> nodes, SafeScores scores)
    {
        var (feature, made) = (plan.Schema[name], nodes[0].Synthetic!.Columns[name]);
        var total = (double)made.Sum();
        return new MarginalComparison(
            name,
            feature.Label.Length > 0 ? feature.Label : name,
            Cells(plan, feature),
            [.. made.Select((_, cell) => Share(nodes, name, cell))],
            [.. made.Select(count => count / total)],
            scores.Columns.TryGetValue(name, out var similarity) && !double.IsNaN(similarity) ? similarity : null,
            scores.Distances.TryGetValue(name, out var distance) && !double.IsNaN(distance.Value) ? distance : null)
        {
            Unit = feature.Unit,
        };
    }

    /// <summary>A zero of a column whose cells do not add up to all patients may be a group that was taken out.</summary>
    private static double? Share(IReadOnlyList<SafeEvidence> nodes, string name, int cell)
        => nodes.Any(node => node.Real!.Columns[name][cell] == 0 && node.Real.Columns[name].Sum() != node.Rows)
            ? null
            : nodes.Sum(node => node.Real!.Columns[name][cell]) / (double)nodes.Sum(node => node.Rows);

    private static IReadOnlyList<string> Cells(SafePlan plan, Feature feature) => feature.Type switch
    {
        FeatureType.Binary => ["no", "yes", "missing"],
        FeatureType.Category => [.. feature.Categories, "missing"],
        _ => [.. Ranges(plan.Edges[feature.Name]), "missing"],
    };

    private static IEnumerable<string> Ranges(IReadOnlyList<double> edges) => edges.Count == 0
        ? ["all"]
        : [$"< {Text(edges[0])}", .. edges.Zip(edges.Skip(1), (low, high) => $"{Text(low)}–{Text(high)}"), $"≥ {Text(edges[^1])}"];

    private static string Text(double number) => number.ToString("G3", CultureInfo.InvariantCulture);
}
