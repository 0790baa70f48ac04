using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.TrainRound;

/// <summary>The training itself; runs on a worker thread. The same input gives the same bytes.</summary>
internal static class TrainRoundJob
{
    public static TrainRoundOutput Run(TrainRoundInput input, TrainingPlan plan, FeatureTable table, OperationsOptions options, OperationContext context)
    {
        try
        {
            var update = LocalRound.Train(
                plan, table, input.Weights.Data, input.Round, input.Epochs, options.NodeName, new EpochProgress(context.Progress), context.CancellationToken, options.MinimumPatients);
            return Output(update);
        }
        catch (ArgumentException e)
        {
            throw ParameterProblem.Invalid("plan", e.Message);
        }
        catch (ArithmeticException e)
        {
            throw OperationProblem.Unprocessable($"The training diverged: {e.Message}", ParameterProblem.Expression("weights"));
        }
    }

    private static TrainRoundOutput Output(WeightsUpdate update) => new()
    {
        Update = new BinaryContent(BinaryContent.SafeTensors, update.Weights),
        NumExamples = update.NumExamples,
        Metrics = [.. update.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => new Metric(metric.Key, metric.Value))],
    };

    private sealed class EpochProgress(IProgress<OperationProgress> progress) : IProgress<TrainProgress>
    {
        public void Report(TrainProgress value)
            => progress.Report(new OperationProgress((double)value.Epoch / value.Epochs, FormattableString.Invariant($"epoch {value.Epoch} of {value.Epochs}, loss {value.Loss:0.####}")));
    }
}
