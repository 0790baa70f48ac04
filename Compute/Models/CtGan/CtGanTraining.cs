using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>The adversarial loop of one node in one round: WGAN-GP (Gulrajani et al. 2017) with conditions.</summary>
internal sealed class CtGanTraining : IAdversarialLoop
{
    private readonly CtGanModule _module;
    private readonly CtGanOptions _options;
    private readonly EncodedRows _rows;
    private readonly ConditionSampler _conditions;
    private readonly FakeRows _fakes;
    private readonly RandomStream _random;
    private readonly Player _generator;
    private readonly Player _discriminator;
    private readonly WeightAverage? _average;

    public CtGanTraining(CtGanModule module, CtGanOptions options, EncodedRows rows, ConditionSampler conditions, FakeRows fakes, RandomStream random, Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        (_module, _options, _rows, _conditions, _fakes, _random) = (module, options, rows, conditions, fakes, random);
        _generator = new Player(module, "generator.", options, beforeStep);
        _discriminator = new Player(module, "discriminator.", options, beforeStep);
        _average = WeightAverage.Of(_generator.Parameters, options.Averaging);
    }

    public double DiscriminatorLoss { get; private set; } = double.NaN;

    public double Epoch()
    {
        _module.train();
        var steps = Math.Max(1, _rows.Count / _options.BatchSize);
        var (generator, discriminator) = (0.0, 0.0);
        for (var step = 1; step <= steps; step++)
        {
            for (var i = 0; i < _options.DiscriminatorSteps; i++)
            {
                discriminator += DiscriminatorStep(step) / (steps * _options.DiscriminatorSteps);
            }

            generator += GeneratorStep(step) / steps;
            _average?.Add();
        }

        DiscriminatorLoss = discriminator;
        return generator;
    }

    /// <summary>Ends with the mean weights; what batch normalisation finds under them is found where they generate.</summary>
    public void Finish() => _average?.Apply();

    /// <summary>E D(fake) - E D(real) + weight · penalty</summary>
    private double DiscriminatorStep(int step)
    {
        using var scope = NewDisposeScope();
        var batch = Draw();
        var fake = cat([Fake(batch, out _).detach(), batch.Conditions], 1);
        var (order, real) = ShuffledReal(batch);
        var mix = rand([_options.BatchSize / _options.Pac, 1]);
        var truth = cat([real, batch.Conditions.index_select(0, order)], 1);
        var penalty = GradientPenalty.Evaluate(_module.Discriminator, truth, fake, mix, _options.Pac);
        var loss = _module.Discriminator.forward(fake).mean() - _module.Discriminator.forward(truth).mean() + (penalty * _options.PenaltyWeight);
        return _discriminator.Step(loss, step);
    }

    /// <summary>-E D(fake) + cross-entropy of the condition</summary>
    private double GeneratorStep(int step)
    {
        using var scope = NewDisposeScope();
        var batch = Draw();
        var fake = Fake(batch, out var raw);
        var judged = _module.Discriminator.forward(cat([fake, batch.Conditions], 1));
        return _generator.Step(_fakes.ConditionLoss(raw, batch.Conditions) - judged.mean(), step);
    }

    private Batch Draw()
    {
        var (conditions, rows) = _conditions.Draw(_options.BatchSize, _random);
        return new Batch(tensor(conditions, [_options.BatchSize, conditions.Length / _options.BatchSize]), rows);
    }

    /// <summary>Generated rows; what a patient of the batch lacks without a column that says so is lacking here too.</summary>
    private Tensor Fake(Batch batch, out Tensor raw)
    {
        raw = _module.Generator.forward(cat([randn([_options.BatchSize, _options.Latent]), batch.Conditions], 1));
        return _fakes.Activate(raw) * Matrix(_rows.Presence, batch.Rows);
    }

    /// <summary>The patients in another order than the fakes, so that no pair of a pack shares its conditions.</summary>
    private (Tensor Order, Tensor Rows) ShuffledReal(Batch batch)
    {
        int[] order = [.. Enumerable.Range(0, batch.Rows.Length).OrderBy(_ => _random.NextDouble())];
        return (tensor(order.Select(i => (long)i).ToArray()), Matrix(_rows.Values, [.. order.Select(i => batch.Rows[i])]));
    }

    private Tensor Matrix(float[] matrix, int[] rows) => tensor(_rows.Pick(matrix, rows), [rows.Length, _rows.Width]);

    private sealed record Batch(Tensor Conditions, int[] Rows);
}
