using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Mixtures;
using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.VaeBgm;

/// <summary>The networks of a plan with the columns that they are about.</summary>
internal sealed record VaeBgmNetwork(VaeBgmModule Module, TabularLayout Layout, VaeBgmOptions Options)
{
    private MixtureSteps Latent => new(new BayesianGaussianMixtureOptions { Components = Options.Components, RegCovariance = 1e-5 }, Options.Latent);

    /// <summary>The networks with initial weights.</summary>
    public static VaeBgmNetwork Build(ModelPlan plan)
    {
        var options = ModelOptions.Read<VaeBgmOptions>(plan.Options);
        var layout = new TabularLayout(plan, plan.Inputs.Append(plan.Outcome), generative: true);
        return new VaeBgmNetwork(new VaeBgmModule(layout, options), layout, options);
    }

    /// <summary>The networks with the weights of a state.</summary>
    public static VaeBgmNetwork Load(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state)
    {
        var network = Build(plan);
        StateDict.Load(network.Module, state);
        return network;
    }

    /// <summary>What training minimises: KL(q(z|x) ‖ N(0, I)) - log p(x|z), at one random z for each row.</summary>
    public TrainingTask Task(TabularRows rows, long seed)
    {
        var covariates = new CovariateLoss(Layout, Options);
        return new TrainingTask(
            Module,
            rows.Count,
            batch => Loss(covariates, rows.Pick(batch), sampled: true),
            batch => Loss(covariates, rows.Pick(batch), sampled: false),
            seed);
    }

    /// <summary>Encodes the rows and brings the latent mixture up to date.</summary>
    /// <param name="rows">This node's.</param>
    /// <param name="steps">Of variational EM.</param>
    /// <param name="seed">Of the plan: where the mixture begins, the same at every node.</param>
    public void Summarise(TabularRows rows, int steps, long seed)
    {
        using var detached = no_grad();
        Module.eval();
        var (mean, logVariance) = Module.Encode(rows.ValueTensor());
        var codes = new MixtureRows(mean.to(float64).contiguous().data<double>().ToArray(), rows.Count, Options.Latent);
        var before = Module.Summary;
        var start = before.IsEmpty ? Latent.Start(codes, Centres(seed)) : before.ToStatistics(Options.Patients ?? before.Patients);
        var statistics = Latent.Iterate(codes, start, steps);
        Module.Keep(LatentSummary.From(statistics, logVariance.to(float64).mean([0L]).data<double>().ToArray()));
    }

    /// <summary>N(0, I) as the prior of z, from the seed alone: all nodes begin with the same.</summary>
    private double[] Centres(long seed)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, Options.Components * Options.Latent).Select(_ => random.NextNormal())];
    }

    /// <summary>Generated rows, [n × width].</summary>
    public float[] Draw(int n, Lazy<BayesianGaussianMixture> mixture, RandomStream random)
    {
        using var scope = NewDisposeScope();
        var z = new float[n * Options.Latent];
        Span<double> deviations = [.. Module.Summary.LogVariance.Select(log => Math.Exp(log / 2))];
        var centres = Options.PriorOnly ? null : mixture.Value.Sample(n, random.NextInt(int.MaxValue));
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = (float)(centres is null ? random.NextNormal() : centres[i] + (deviations[i % Options.Latent] * random.NextNormal()));
        }

        return new CovariateSampler(Layout, Options).Draw(Module.Decode(tensor(z, [n, Options.Latent])), random);
    }

    /// <summary>The mixture of the state's summary.</summary>
    /// <exception cref="ArgumentException">The state has not been trained.</exception>
    public BayesianGaussianMixture Mixture() => Module.Summary is { Patients: > MixtureSteps.FewestPatients } summary
        ? Latent.Mixture(summary.ToStatistics(Options.Patients ?? summary.Patients))
        : throw new ArgumentException("The state knows no latent mixture: it has not been trained on three patients or more.");

    /// <summary>Of each column in the likelihood, [1, width].</summary>
    private Tensor Weights()
    {
        var weights = new float[Layout.Width];
        for (var column = 0; column < Layout.Columns.Count; column++)
        {
            var weight = Layout.Columns[column].Feature.Role == FeatureRole.Outcome ? Options.OutcomeWeight : 1;
            weights.AsSpan(Layout.Offsets[column], Layout.Columns[column].Width).Fill((float)weight);
        }

        return tensor(weights, [1, Layout.Width]);
    }

    private Tensor Loss(CovariateLoss covariates, TabularRows batch, bool sampled)
    {
        var values = batch.ValueTensor();
        var (mean, logVariance) = Module.Encode(values);
        var output = Module.Decode(sampled ? Gaussian.Sample(mean, logVariance) : mean);
        return (Gaussian.Divergence(mean, logVariance) * Options.KlWeight)
            + (covariates.Evaluate(output, values, batch.PresenceTensor() * Weights()) * Options.CovariateWeight);
    }
}
