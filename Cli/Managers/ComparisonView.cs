using System.Globalization;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>Shows a comparison while it runs.</summary>
internal sealed class ComparisonView(IBars bars) : IProgress<ComparisonEvent>
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, IBar> _trainings = [];
    private readonly HashSet<(string, string)> _lost = [];

    public void Report(ComparisonEvent value)
    {
        lock (_turn)
        {
            Show(value);
        }
    }

    private void Show(ComparisonEvent value)
    {
        switch (value)
        {
            case DatasetExtracted data:
                bars.Say(QualityLine.Of(data));
                break;
            case NodeLost lost when _lost.Add((lost.Node, lost.Reason)):
                bars.Say($"  node {lost.Node} left out {(lost.Round == 0 ? "before the first round" : $"of round {lost.Round}")}: {lost.Reason}");
                break;
            case ScoreLeftOut score:
                bars.Say($"  {score.Score} left out: {score.Reason}");
                break;
            case SyntheticEvaluated evaluated:
                bars.Say(string.Create(CultureInfo.InvariantCulture, $"  {evaluated.Training}, round {evaluated.Round}: CSF {evaluated.Scores.Csf:0.000}, GSF {evaluated.Scores.Gsf:0.000}, NNDR {evaluated.Scores.NndrMedian:0.000}, MIA {evaluated.Scores.MiaAuc:0.000}"));
                break;
            case TrainingAdvanced training:
                Bar(training).Set(training.Done, training.Loss is { } loss ? string.Create(CultureInfo.InvariantCulture, $"loss {loss:0.000}") : null);
                break;
        }
    }

    private IBar Bar(TrainingAdvanced training)
    {
        if (!_trainings.TryGetValue(training.Training, out var bar))
        {
            _trainings[training.Training] = bar = bars.Start($"train {training.Training}", training.Total);
        }

        return bar;
    }
}
