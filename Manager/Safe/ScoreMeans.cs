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
            LargestFrequencyDifference = nodes.Select(node => node.Scores.LargestFrequencyDifference).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max(),
        };
    }
}
