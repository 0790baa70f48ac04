using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>Repeated k-fold cross-validation of federated DeepSurv, compared with IPSS-M on the patients that have it.</summary>
internal sealed record CrossValidation(Experiment Experiment, int Repeats, int Folds, int Ensemble, int Nodes)
{
    public IEnumerable<FoldResult> Run(FeatureTable cohort)
    {
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            foreach (var (fold, split) in Split.Folds(cohort, repeat, Folds, Nodes).Index())
            {
                long[] seeds = [.. Enumerable.Range(1, Ensemble).Select(member => ((repeat * 100L) + fold) * 100 + member)];
                yield return Score(repeat, fold + 1, split, Experiment.Federated(split, seeds));
            }
        }
    }

    private static FoldResult Score(int repeat, int fold, Split split, double[] risk)
    {
        var (durations, events) = (split.Test.Durations(MdsCohort.Outcome), split.Test.Events(MdsCohort.Outcome));
        var score = split.Test.Column(MdsCohort.Ipssm).ToArray();
        int[] scored = [.. Enumerable.Range(0, score.Length).Where(i => !double.IsNaN(score[i]))];
        return new FoldResult(
            repeat,
            fold,
            Concordance.Harrell(durations, events, risk).C,
            Concordance.Harrell(Pick(durations, scored), Pick(events, scored), Pick(risk, scored)).C,
            Concordance.Harrell(Pick(durations, scored), Pick(events, scored), Pick(score, scored)).C);
    }

    private static double[] Pick(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
