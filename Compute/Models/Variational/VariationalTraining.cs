using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>The mini-batch loop of one node in one round, with Adam. Its moments begin at 0 each round: they never leave a node.</summary>
internal sealed class VariationalTraining
{
    private readonly TrainingTask _task;
    private readonly VariationalOptions _options;
    private readonly RowShuffle _shuffle;
    private readonly int[] _rows;
    private readonly int[] _heldOut;
    private readonly IReadOnlyDictionary<string, Tensor> _parameters;
    private readonly optim.Optimizer _optimizer;
    private readonly WeightAverage? _average;

    public VariationalTraining(TrainingTask task, VariationalOptions options)
    {
        (_task, _options, _shuffle) = (task, options, new RowShuffle(task.Seed));
        var held = options.Patience > 0 ? (int)(task.Count * options.ValidationShare) : 0;
        var order = held > 0 ? _shuffle.Next(task.Count) : [.. Enumerable.Range(0, task.Count)];
        (_heldOut, _rows) = (order[..held], order[held..]);
        _parameters = task.Module.named_parameters().ToDictionary(entry => entry.name, entry => (Tensor)entry.parameter);
        _optimizer = optim.Adam(
            task.Module.parameters(), lr: options.LearningRate, beta2: options.Beta2, weight_decay: options.WeightDecay);
        _average = WeightAverage.Of(_parameters, options.Patience > 0 ? 0 : options.Averaging);
    }

    /// <summary>What has been spent; null where nothing is protected.</summary>
    public PrivacySpent? Spent { get; private set; }

    private int Size => Math.Min(_options.BatchSize, _rows.Length);

    private int PrivateSteps => (_rows.Length + Size - 1) / Size;

    /// <summary>All epochs of a round. With privacy there is no early stopping: the loss of held-out patients would steer it.</summary>
    /// <returns>The mean loss of the last epoch's batches.</returns>
    /// <exception cref="ArithmeticException">A loss is not finite.</exception>
    public double Fit(
        IReadOnlyDictionary<string, Tensor> state, TrainRequest request, IProgress<TrainProgress>? progress, CancellationToken cancellation)
    {
        var beforeStep = SeededRound.BeforeStep(request, state);
        var learner = request.Privacy is { } privacy ? new PrivateGradients(privacy, _parameters) : null;
        var stopping = new EarlyStopping(_task.Module, _options.Patience, _options.LastWeights);
        var loss = double.NaN;
        for (var epoch = 1; epoch <= request.Epochs && !stopping.IsDone; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            loss = learner is null ? Epoch(beforeStep) : PrivateEpoch(learner, beforeStep);
            stopping.Watch(_heldOut.Length > 0 && learner is null ? HeldOutLoss() : null);
            progress?.Report(new TrainProgress(epoch, request.Epochs, loss));
        }

        stopping.Restore();
        _average?.Apply();
        Spent = learner is null ? null : new PrivacySpent((double)Size / _rows.Length, (long)request.Epochs * PrivateSteps);
        return loss;
    }

    private double Epoch(Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        _task.Module.train();
        var (total, steps) = (0.0, 0);
        int[] order = _options.FixedOrder ? [.. Enumerable.Range(0, _rows.Length)] : _shuffle.Next(_rows.Length);
        for (var start = 0; start < order.Length; start += _options.BatchSize)
        {
            int[] batch = [.. order[start..Math.Min(start + _options.BatchSize, order.Length)].Select(i => _rows[i])];
            total += Step(batch, ++steps, beforeStep);
        }

        return total / steps;
    }

    /// <summary>DP-SGD: as many steps as an ordinary epoch has, each on a batch that chance draws.</summary>
    private double PrivateEpoch(PrivateGradients learner, Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        _task.Module.train();
        var (total, examples) = (0.0, 0);
        for (var step = 0; step < PrivateSteps; step++)
        {
            foreach (var row in learner.Batch(_rows.Length, Size))
            {
                using var scope = NewDisposeScope();
                total += Backward([_rows[row]], ++examples);
                learner.Add();
            }

            learner.Release(Size);
            beforeStep?.Invoke(_parameters);
            Move();
        }

        return total / Math.Max(1, examples);
    }

    private double Step(int[] batch, int number, Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        using var scope = NewDisposeScope();
        var value = Backward(batch, number);
        beforeStep?.Invoke(_parameters);
        Move();
        return value;
    }

    private void Move()
    {
        _optimizer.step();
        _average?.Add();
    }

    private double Backward(int[] batch, int number)
    {
        var loss = _task.Loss(batch);
        var value = loss.ToDouble();
        if (!double.IsFinite(value))
        {
            throw new ArithmeticException($"The loss is {value} in step {number}.");
        }

        _optimizer.zero_grad();
        loss.backward();
        return value;
    }

    private double HeldOutLoss()
    {
        using var scope = NewDisposeScope();
        using var detached = no_grad();
        _task.Module.eval();
        return _task.HeldOut(_heldOut).ToDouble();
    }
}
