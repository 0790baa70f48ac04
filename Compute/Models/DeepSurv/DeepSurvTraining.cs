using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>The mini-batch loop of one node in one round. The optimiser's moments begin at 0 each round: they never leave a node.</summary>
internal sealed class DeepSurvTraining(DeepSurvModule module, DeepSurvOptions options, SurvivalRows rows, long seed)
{
    private readonly RowShuffle _shuffle = new(seed);

    private readonly IReadOnlyDictionary<string, Tensor> _parameters =
        module.named_parameters().ToDictionary(entry => entry.name, entry => (Tensor)entry.parameter);

    private readonly optim.Optimizer _optimizer =
        optim.AdamW(module.parameters(), lr: options.LearningRate, weight_decay: options.WeightDecay);

    /// <summary>One pass over the rows in a new order.</summary>
    /// <param name="beforeStep">Changes the gradients of each step; null for plain training.</param>
    /// <returns>The mean loss of the batches that saw an event; NaN where none did.</returns>
    /// <exception cref="ArithmeticException">A loss is not finite.</exception>
    public double Epoch(Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        var (losses, order) = (new List<double>(), _shuffle.Next(rows.Count));
        for (var start = 0; start < order.Length; start += options.BatchSize)
        {
            var batch = rows.Pick(order.AsSpan(start, Math.Min(options.BatchSize, order.Length - start)));
            if (Step(batch, beforeStep) is { } loss)
            {
                losses.Add(double.IsFinite(loss) ? loss : throw new ArithmeticException($"The loss is {loss} in step {losses.Count + 1}."));
            }
        }

        return losses.Count == 0 ? double.NaN : losses.Average();
    }

    private double? Step(SurvivalRows batch, Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        using var scope = NewDisposeScope();
        var logHazard = module.forward(tensor(batch.Matrix, [batch.Count, batch.Width]));
        var loss = DeepSurvLoss.Evaluate(logHazard.data<float>().ToArray(), batch.Durations, batch.Events, options.Ties);
        if (loss is not null && double.IsFinite(loss.Value))
        {
            _optimizer.zero_grad();
            logHazard.backward([tensor(loss.Gradient)]);
            beforeStep?.Invoke(_parameters);
            _optimizer.step();
        }

        return loss?.Value;
    }
}
