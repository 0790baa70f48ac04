using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// The adversarial loop under DP-SGD (Xie, Lin, Wang, Wang, Zhou 2018, arXiv 1802.06739: only the discriminator sees
/// patients, so that its noise protects the generator too). A patient's loss is D(fake) - D(real) + weight · penalty of
/// this patient and one fake with the patient's own code in a column that chance takes; no other patient is in it: packs
/// are of one row, and the fakes' batch normalisation uses the running statistics. The sum's sensitivity is then the clip C.
/// The generator draws its conditions from the noisy frequencies and knows no patient's gaps.
/// </summary>
internal sealed class PrivateCtGanTraining : IAdversarialLoop
{
    private readonly CtGanNetwork _network;
    private readonly EncodedRows _rows;
    private readonly FakeRows _fakes;
    private readonly RandomStream _random;
    private readonly Player _generator;
    private readonly Player _discriminator;
    private readonly PrivateGradients _gradients;
    private readonly double[][] _weights;

    public PrivateCtGanTraining(CtGanNetwork network, EncodedRows rows, FakeRows fakes, RandomStream random, ExamplePrivacy privacy, Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        (_network, _rows, _fakes, _random) = (network, rows, fakes, random);
        _generator = new Player(network.Module, "generator.", network.Options, beforeStep);
        _discriminator = new Player(network.Module, "discriminator.", network.Options, beforeStep);
        _gradients = new PrivateGradients(privacy, _discriminator.Parameters);
        var frequencies = network.Module.Summary.Frequencies;
        _weights = [.. network.Layout.Discrete.Select(group => frequencies.AsSpan(group.Start, group.Codes).ToArray().Select(share => Math.Log(1 + (share * rows.Count))).ToArray())];
    }

    public double DiscriminatorLoss { get; private set; } = double.NaN;

    private int Size => Math.Min(_network.Options.BatchSize, _rows.Count);

    private int Steps => Math.Max(1, _rows.Count / _network.Options.BatchSize);

    public double Epoch()
    {
        var (generator, discriminator) = (0.0, 0.0);
        for (var step = 1; step <= Steps; step++)
        {
            for (var i = 0; i < _network.Options.DiscriminatorSteps; i++)
            {
                discriminator += DiscriminatorStep(step) / (Steps * _network.Options.DiscriminatorSteps);
            }

            generator += GeneratorStep(step) / Steps;
        }

        DiscriminatorLoss = discriminator;
        return generator;
    }

    public PrivacySpent Spent(int epochs) =>
        new((double)Size / _rows.Count, (long)epochs * Steps * _network.Options.DiscriminatorSteps, FirstRoundCounts: 1);

    private double DiscriminatorStep(int step)
    {
        _network.Module.train();
        _network.Module.Generator.eval();
        var batch = _gradients.Batch(_rows.Count, Size);
        var total = 0.0;
        foreach (var row in batch)
        {
            using var scope = NewDisposeScope();
            total += _discriminator.Backward(Loss(row), step);
            _gradients.Add();
        }

        _gradients.Release(Size);
        _discriminator.Apply();
        return total / Math.Max(1, batch.Length);
    }

    /// <summary>One patient's.</summary>
    private Tensor Loss(int row)
    {
        var (options, judge) = (_network.Options, _network.Module.Discriminator);
        var condition = tensor(Condition(row), [1, _network.Layout.Conditions]);
        Tensor fake;
        using (no_grad())
        {
            var raw = _network.Module.Generator.forward(cat([randn([1, options.Latent]), condition], 1));
            fake = cat([_fakes.Activate(raw) * Matrix(_rows.Presence, row), condition], 1);
        }

        var truth = cat([Matrix(_rows.Values, row), condition], 1);
        var penalty = GradientPenalty.Evaluate(judge, truth, fake, rand([1, 1]), pac: 1);
        return judge.forward(fake).mean() - judge.forward(truth).mean() + (penalty * options.PenaltyWeight);
    }

    /// <summary>A patient's own code in a column at random; nothing where it is not known.</summary>
    private float[] Condition(int row)
    {
        var layout = _network.Layout;
        var condition = new float[layout.Conditions];
        if (layout.Discrete.Count > 0)
        {
            var (start, codes) = layout.Discrete[_random.NextInt(layout.Discrete.Count)];
            _rows.Values.AsSpan((row * _rows.Width) + layout.DiscreteOffset + start, codes).CopyTo(condition.AsSpan(start));
        }

        return condition;
    }

    private double GeneratorStep(int step)
    {
        using var scope = NewDisposeScope();
        _network.Module.train();
        var (options, layout) = (_network.Options, _network.Layout);
        var conditions = tensor(Conditions(options.BatchSize), [options.BatchSize, layout.Conditions]);
        var raw = _network.Module.Generator.forward(cat([randn([options.BatchSize, options.Latent]), conditions], 1));
        var judged = _network.Module.Discriminator.forward(cat([_fakes.Activate(raw), conditions], 1));
        return _generator.Step(_fakes.ConditionLoss(raw, conditions) - judged.mean(), step);
    }

    private float[] Conditions(int count)
    {
        var layout = _network.Layout;
        var conditions = new float[count * layout.Conditions];
        int[] columns = [.. Enumerable.Range(0, _weights.Length).Where(column => _weights[column].Sum() > 0)];
        for (var i = 0; i < count && columns.Length > 0; i++)
        {
            var column = columns[_random.NextInt(columns.Length)];
            conditions[(i * layout.Conditions) + layout.Discrete[column].Start + _random.NextIndex(_weights[column])] = 1;
        }

        return conditions;
    }

    private Tensor Matrix(float[] matrix, int row) => tensor(_rows.Pick(matrix, [row]), [1, _rows.Width]);
}
