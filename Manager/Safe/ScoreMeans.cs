using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Scores of several nodes as one: means weighted by patients, each number over the nodes that can tell it.</summary>
internal static class ScoreMeans
{
    public static SafeScores Of(IReadOnlyList<(SafeScores Scores, int Patients)> nodes)
    {
        double Mean(Func<SafeScores, double> number)
        {
            var known = nodes.Where(node => !double.IsNaN(number(node.Scores))).ToArray();
            return known.Length == 0 ? double.NaN : known.Sum(node => node.Patients * number(node.Scores)) / known.Sum(node => node.Patients);
        }

        Dictionary<string, double> Means(Func<SafeScores, IReadOnlyDictionary<string, double>> parts) =>
            parts(nodes[0].Scores).Keys.ToDictionary(name => name, name => Mean(scores => parts(scores).TryGetValue(name, out var value) ? value : double.NaN));

        return new SafeScores
        {
            Csf = Mean(scores => scores.Csf),
            Gsf = Mean(scores => scores.Gsf),
            PhiCorrelation = Mean(scores => scores.PhiCorrelation),
            Clinical = Means(scores => scores.Clinical),
            Genomic = Means(scores => scores.Genomic),
            Columns = Means(scores => scores.Columns),
            Distances = Distances(nodes),
            LargestFrequencyDifference = nodes.Select(node => node.Scores.LargestFrequencyDifference).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max(),
        };
    }

    /// <summary>Means of the nodes' distances, each in its own patients' standard deviations: at least the distance of the mixtures where the scales are alike.</summary>
    private static Dictionary<string, BinnedDistance> Distances(IReadOnlyList<(SafeScores Scores, int Patients)> nodes)
    {
        var names = nodes.SelectMany(node => node.Scores.Distances.Keys).Distinct();
        return names.ToDictionary(name => name, name => Mean([.. nodes
            .Where(node => node.Scores.Distances.TryGetValue(name, out var distance) && !double.IsNaN(distance.Value))
            .Select(node => (node.Scores.Distances[name], (double)node.Patients))]));
    }

    private static BinnedDistance Mean((BinnedDistance Distance, double Patients)[] nodes)
    {
        var patients = nodes.Sum(node => node.Patients);
        return new BinnedDistance(nodes.Sum(node => node.Patients * node.Distance.Value) / patients, nodes.Sum(node => node.Patients * node.Distance.BinError) / patients);
    }
}
