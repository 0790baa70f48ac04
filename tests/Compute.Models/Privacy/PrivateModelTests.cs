using GenoMed.Fhir.Compute.Models.CtGan;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Privacy;
using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Tests.VaeBgm;
using GenoMed.Fhir.Compute.Models.Tests.Variational;
using GenoMed.Fhir.Compute.Models.VaeBgm;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.Privacy;

/// <summary>DP-SGD in the models whose losses are sums over patients.</summary>
public sealed class PrivateModelTests
{
    private const string Vae = """{"latent": 4, "hidden": 16, "dropout": 0, "batchSize": 32, "priorOnly": true}""";

    private const string Gan = """{"latent": 8, "hidden": 16, "dropout": 0, "batchSize": 40, "pac": 1, "encoderRounds": 0, "modes": 3}""";

    private static readonly FeatureTable Cohort = Patients.Table(120, 1);

    private static TrainResult Train(string model, string options, ExamplePrivacy privacy, int round = 1, IReadOnlyDictionary<string, torch.Tensor>? state = null)
    {
        var (plan, found) = (Patients.Plan(model, options), ModelCatalog.Find(model));
        return found.Train(plan, Cohort, state ?? found.CreateState(plan), new TrainRequest { Round = round, Epochs = 2, Node = "a", Privacy = privacy }, null, TestContext.Current.CancellationToken);
    }

    private static ExamplePrivacy Privacy(double clip = 1, double sigma = 1, ISecretRandom? random = null) =>
        new() { Clip = clip, NoiseMultiplier = sigma, Random = random ?? new Quiet() };

    [Fact]
    public void GivenAVae_WhenEachPatientsGradientIsAdded_ThenTheirMeanIsTheBatchs()
    {
        using var scope = torch.NewDisposeScope();
        var network = VaeBgmNetwork.Build(Patients.Plan("vae-bgm", Vae));
        var task = network.Task(TabularEncoder.Encode(network.Layout, Cohort), seed: 1);
        int[] rows = [.. Enumerable.Range(0, 20)];
        AssertDecomposes(network.Module, rows.Length, () => task.HeldOut(rows), row => task.HeldOut([row]));
    }

    [Fact]
    public void GivenADiscriminator_WhenEachPatientsGradientIsAdded_ThenTheirMeanIsTheBatchs()
    {
        torch.manual_seed(3);
        using var scope = torch.NewDisposeScope();
        var judge = new DiscriminatorModule(6, new CtGanOptions { Pac = 1, Hidden = 16, Dropout = 0, BatchSize = 12 });
        var (real, fake, mix) = (torch.randn(12, 6), torch.randn(12, 6), torch.rand(12, 1));
        torch.Tensor Loss(long from, long count) =>
            judge.forward(fake.narrow(0, from, count)).mean() - judge.forward(real.narrow(0, from, count)).mean()
            + (GradientPenalty.Evaluate(judge, real.narrow(0, from, count), fake.narrow(0, from, count), mix.narrow(0, from, count), 1) * 10);
        AssertDecomposes(judge, 12, () => Loss(0, 12), row => Loss(row, 1));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(2)]
    public void GivenAPatientWithALongGradient_WhenReleasedWithoutNoise_ThenItIsAsLongAsTheClip(double clip)
    {
        using var scope = torch.NewDisposeScope();
        var network = VaeBgmNetwork.Build(Patients.Plan("vae-bgm", Vae));
        var task = network.Task(TabularEncoder.Encode(network.Layout, Cohort), seed: 1);
        var parameters = Parameters(network.Module);
        var gradients = new PrivateGradients(Privacy(clip), parameters);
        (task.HeldOut([0]) * 1000).backward();
        gradients.Add();
        gradients.Release(1);
        Assert.Equal(clip, Math.Sqrt(parameters.Values.Sum(parameter => parameter.grad!.to(torch.float64).square().sum().ToDouble())), 1e-5 * clip);
    }

    [Theory]
    [InlineData("vae-bgm", Vae)]
    [InlineData("ctgan", Gan)]
    public void GivenAPlanThatKeepsPatients_WhenTrained_ThenFiniteSaysWhatItSpentAndInventsPatients(string model, string options)
    {
        var trained = Train(model, options, Privacy(random: new SecretRandom()));
        Assert.All(Flat.Numbers(trained.State), number => Assert.True(double.IsFinite(number)));
        Assert.InRange(trained.Spent!.Sampling, 0.2, 0.4);
        Assert.True(trained.Spent.Steps >= 6);
        var invented = ((IGenerator)ModelCatalog.Find(model)).Generate(Patients.Plan(model, options), trained.State, 30, 1);
        Assert.Equal(30, invented.Count);
    }

    [Theory]
    [InlineData("vae-bgm", Vae)]
    [InlineData("ctgan", Gan)]
    public void GivenOtherSecretNumbers_WhenTrained_ThenOtherWeights(string model, string options) => Assert.NotEqual(
        Flat.Numbers(Train(model, options, Privacy(random: new SecretRandom())).State), Flat.Numbers(Train(model, options, Privacy(random: new SecretRandom())).State));

    [Fact]
    public void GivenAVae_WhenItKeepsPatients_ThenNoSumOfTheirCodesIsInTheState()
    {
        var plan = Patients.Plan("vae-bgm", Vae);
        var network = VaeBgmNetwork.Load(plan, Train("vae-bgm", Vae, Privacy()).State);
        Assert.True(network.Module.Summary.IsEmpty);
    }

    [Fact]
    public void GivenAGan_WhenItKeepsPatients_ThenItsStateHasNoModesAndNoisyFrequenciesOfTheFirstRoundOnly()
    {
        var plan = Patients.Plan("ctgan", Gan);
        var loud = Train("ctgan", Gan, Privacy(sigma: 2, random: new Quiet(normal: 1)));
        var quiet = CtGanNetwork.Load(plan, Train("ctgan", Gan, Privacy()).State).Module.Summary;
        var summary = CtGanNetwork.Load(plan, loud.State).Module.Summary;
        Assert.All(summary.Shares.Concat(summary.Sums).Concat(summary.Squares), number => Assert.Equal(0, number));

        var columns = CtGanNetwork.Build(plan).Layout.Discrete.Count;
        Assert.All(summary.Frequencies.Zip(quiet.Frequencies), pair => Assert.Equal(2 * Math.Sqrt(columns) / Cohort.Count, pair.First - pair.Second, 1e-9));
        var second = Train("ctgan", Gan, Privacy(sigma: 5, random: new Quiet(normal: 1)), round: 2, state: loud.State);
        Assert.Equal(summary.Frequencies, CtGanNetwork.Load(plan, second.State).Module.Summary.Frequencies);
    }

    [Theory]
    [InlineData("ctgan", """{"pac": 10, "encoderRounds": 0}""", "pac")]
    [InlineData("ctgan", """{"pac": 1, "encoderRounds": 1}""", "encoderRounds")]
    [InlineData("vae-bgm", "{}", "priorOnly")]
    [InlineData("deepsurv", "{}", "no sum over patients")]
    [InlineData("bayesian-network", "{}", "no sum over patients")]
    public void GivenOptionsThatWouldNotKeepPatients_WhenChecked_ThenInvalidWithWhatMustChange(string model, string options, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => ModelCatalog.Find(model).CheckPrivacy(Patients.Plan(model, options))).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenSavae_WhenChecked_ThenEveryPlanKeepsPatients() => ModelCatalog.Find("savae").CheckPrivacy(Patients.Plan("savae"));

    private static void AssertDecomposes(torch.nn.Module module, int count, Func<torch.Tensor> batch, Func<int, torch.Tensor> one)
    {
        var parameters = Parameters(module);
        batch().backward();
        var whole = parameters.ToDictionary(entry => entry.Key, entry => entry.Value.grad?.data<float>().ToArray());
        var gradients = new PrivateGradients(Privacy(clip: 1e9), parameters);
        for (var row = 0; row < count; row++)
        {
            module.zero_grad();
            one(row).backward();
            gradients.Add();
        }

        gradients.Release(count);
        Assert.All(parameters.Where(entry => whole[entry.Key] is not null), entry =>
            Assert.All(whole[entry.Key]!.Zip(entry.Value.grad!.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-4f * (1 + Math.Abs(pair.First)))));
        Assert.Contains(whole.Values, gradient => gradient is not null && gradient.Any(value => value != 0));
    }

    private static Dictionary<string, torch.Tensor> Parameters(torch.nn.Module module) =>
        module.named_parameters().ToDictionary(entry => entry.name, entry => (torch.Tensor)entry.parameter);

    /// <summary>Takes about the right share of patients, and the same noise each time.</summary>
    private sealed class Quiet(double normal = 0) : ISecretRandom
    {
        private readonly Random _random = new(5);

        public double Uniform() => 1 - _random.NextDouble();

        public double Normal() => normal;
    }
}
