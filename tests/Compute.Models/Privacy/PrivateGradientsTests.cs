using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.Privacy;

public sealed class PrivateGradientsTests
{
    // One weight vector, the loss of a patient is w · x: the gradient is x itself.
    private static readonly double[][] Patients = [[3, 4], [0.3, 0.4], [0, -2]];

    [Fact]
    public void GivenNoNoise_WhenReleased_ThenTheSumOfTheClippedGradientsOverTheExpectedSize()
    {
        var weight = Weight();
        Step(weight, new Scripted(), size: 4);
        Near([(0.6 + 0.3) / 4, (0.8 + 0.4 - 1) / 4], weight.grad!);
    }

    [Fact]
    public void GivenAWideClip_WhenReleased_ThenTheOrdinaryGradientOfTheBatch()
    {
        var (weight, plain) = (Weight(), Weight());
        Step(weight, new Scripted(), size: 3, clip: 100);
        Patients.Select(patient => (plain * torch.tensor(patient)).sum()).Aggregate((a, b) => a + b).div(3).backward();
        Near([.. plain.grad!.data<double>().ToArray()], weight.grad!);
    }

    [Fact]
    public void GivenNoise_WhenReleased_ThenItsDeviationIsSigmaTimesClipOverTheExpectedSize()
    {
        var weight = Weight();
        var gradients = new PrivateGradients(new ExamplePrivacy { Clip = 2, NoiseMultiplier = 3, Random = new Scripted(normal: 1) }, Named(weight));
        gradients.Release(12);
        Near([0.5, 0.5], weight.grad!);
    }

    [Fact]
    public void GivenASecondBatch_WhenReleased_ThenTheFirstIsForgotten()
    {
        var weight = Weight();
        var gradients = new PrivateGradients(new ExamplePrivacy { Clip = 1, NoiseMultiplier = 1, Random = new Scripted() }, Named(weight));
        Add(gradients, weight, Patients[0]);
        gradients.Release(1);
        gradients.Release(1);
        Near([0, 0], weight.grad!);
    }

    [Fact]
    public void GivenSecretNumbers_WhenBatchesAreDrawn_ThenEachPatientHasTheSameChance()
    {
        var gradients = new PrivateGradients(new ExamplePrivacy { Clip = 1, NoiseMultiplier = 1 }, Named(Weight()));
        var batches = Enumerable.Range(0, 5000).Select(_ => gradients.Batch(20, 5)).ToArray();
        Assert.All(batches.SelectMany(batch => batch).CountBy(row => row), row => Assert.InRange(row.Value, 1100, 1400));
        Assert.True(batches.Select(batch => batch.Length).Distinct().Count() > 5);
    }

    private static void Step(torch.Tensor weight, ISecretRandom random, int size, double clip = 1)
    {
        var gradients = new PrivateGradients(new ExamplePrivacy { Clip = clip, NoiseMultiplier = 1, Random = random }, Named(weight));
        foreach (var row in gradients.Batch(Patients.Length, Patients.Length))
        {
            Add(gradients, weight, Patients[row]);
        }

        gradients.Release(size);
    }

    private static void Add(PrivateGradients gradients, torch.Tensor weight, double[] patient)
    {
        weight.grad?.zero_();
        (weight * torch.tensor(patient)).sum().backward();
        gradients.Add();
    }

    private static torch.Tensor Weight() => torch.tensor(new[] { 1.0, 2.0 }).requires_grad_();

    private static Dictionary<string, torch.Tensor> Named(torch.Tensor weight) => new() { ["weight"] = weight };

    private static void Near(double[] expected, torch.Tensor actual) => Assert.All(expected.Zip(actual.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    private sealed class Scripted(double normal = 0) : ISecretRandom
    {
        public double Uniform() => 0.5;

        public double Normal() => normal;
    }
}
