using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>
/// The mini-batch loop of one node in one round. The optimiser's moments begin at 0 each round: they never leave a node.
/// With <see cref="DeepSurvOptions.Patience"/> a part of the rows, drawn by the seed, is held out for early stopping.
/// </summary>
internal sealed class DeepSurvTraining
{
    private readonly DeepSurvModule _module;
    private readonly DeepSurvOptions _options;
    private readonly RowShuffle _shuffle;
    private readonly SurvivalRows _rows;
    private readonly SurvivalRows _heldOut;
    private readonly IReadOnlyDictionary<string, Tensor> _parameters;
    private readonly optim.Optimizer _optimizer;
    private readonly optim.lr_scheduler.LRScheduler _schedule;

    public DeepSurvTraining(DeepSurvModule module, DeepSurvOptions options, SurvivalRows rows, long seed)
    {
        (_module, _options, _shuffle) = (module, options, new RowShuffle(seed));
        var held = options.Patience > 0 ? (int)(rows.Count * options.ValidationShare) : 0;
        var order = held > 0 ? _shuffle.Next(rows.Count) : [];
        (_heldOut, _rows) = held > 0 ? (rows.Pick(order.AsSpan(0, held)), rows.Pick(order.AsSpan(held))) : (rows.Pick([]), rows);
        _parameters = module.named_parameters().ToDictionary(entry => entry.name, entry => (Tensor)entry.parameter);
        _optimizer = optim.AdamW(module.parameters(), lr: options.LearningRate, weight_decay: options.WeightDecay);
        _schedule = optim.lr_scheduler.LambdaLR(_optimizer, epoch => 1 / (1 + (epoch * options.LearningRateDecay)));
    }

    /// <summary>All epochs of a round.</summary>
    /// <param name="request">How many epochs.</param>
    /// <param name="beforeStep">Changes the gradients of each step; null for plain training.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Asked before each epoch.</param>
    /// <returns>The last epoch's mean loss of the batches that saw an event; NaN where none did.</returns>
    /// <exception cref="ArithmeticException">A loss is not finite.</exception>
    public double Fit(
        TrainRequest request,
        Action<IReadOnlyDictionary<string, Tensor>>? beforeStep,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation)
    {
        var stopping = new EarlyStopping(_module, _options.Patience);
        var loss = double.NaN;
        for (var epoch = 1; epoch <= request.Epochs && !stopping.IsDone; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            loss = Epoch(beforeStep);
            _schedule.step();
            stopping.Watch(HeldOutLoss());
            progress?.Report(new TrainProgress(epoch, request.Epochs, loss));
        }

        stopping.Restore();
        return loss;
    }

    private double Epoch(Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        _module.train();
        var (losses, order) = (new List<double>(), _shuffle.Next(_rows.Count));
        for (var start = 0; start < order.Length; start += _options.BatchSize)
        {
            var batch = _rows.Pick(order.AsSpan(start, Math.Min(_options.BatchSize, order.Length - start)));
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
        var logHazard = LogHazard(batch);
        var loss = Loss(batch, logHazard);
        if (loss is not null && double.IsFinite(loss.Value))
        {
            _optimizer.zero_grad();
            logHazard.backward([tensor(loss.Gradient)]);
            beforeStep?.Invoke(_parameters);
            _optimizer.step();
        }

        return loss?.Value;
    }

    /// <summary>Null where nothing is held out or no event was seen in it.</summary>
    private double? HeldOutLoss()
    {
        if (_heldOut.Count == 0)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        using var detached = no_grad();
        _module.eval();
        return Loss(_heldOut, LogHazard(_heldOut))?.Value;
    }

    private Tensor LogHazard(SurvivalRows rows) => _module.forward(tensor(rows.Matrix, [rows.Count, rows.Width]));

    private PartialLikelihoodLoss? Loss(SurvivalRows rows, Tensor logHazard) =>
        DeepSurvLoss.Evaluate(logHazard.data<float>().ToArray(), rows.Durations, rows.Events, _options.Ties);
}
