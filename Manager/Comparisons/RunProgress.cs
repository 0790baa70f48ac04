using GenoMed.Fhir.Manager.Experiments;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>Tells the events of one run as those of the comparison.</summary>
internal sealed class RunProgress(string training, IProgress<ComparisonEvent>? progress) : IProgress<RunEvent>
{
    public void Report(RunEvent value)
    {
        if (value.Kind == RunEventKind.RoundAggregated)
        {
            progress?.Report(new TrainingAdvanced(training, value.Round, value.Rounds, value.Loss));
        }
        else if (value.Kind == RunEventKind.NodeLeftOut)
        {
            progress?.Report(new NodeLost(value.Node!, value.Round, value.Reason!));
        }
    }
}
