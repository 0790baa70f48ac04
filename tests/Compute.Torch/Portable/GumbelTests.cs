using GenoMed.Fhir.Compute.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Portable;

public sealed class GumbelTests
{
    [Fact]
    public void GivenManySamples_WhenHard_ThenTheSharesAreTheSoftmaxOfTheLogits()
    {
        manual_seed(5);
        var logits = tensor(new[] { 0.0, 1.0, 2.0 });
        var found = Gumbel.Softmax(logits.expand([40000, 3]).contiguous(), tau: 0.2, hard: true).mean([0]);
        Assert.True(found.allclose(logits.softmax(0), 0, 0.01), string.Join(' ', found.data<double>().ToArray()));
    }

    [Fact]
    public void GivenHard_WhenBackward_ThenTheGradientIsTheSoftSamples()
    {
        var logits = tensor(new[] { 0.3, -0.2, 0.5 }).requires_grad_();
        var weights = tensor(new[] { 1.0, 2.0, 4.0 });
        manual_seed(5);
        (Gumbel.Softmax(logits, hard: true) * weights).sum().backward();
        var hard = logits.grad!.clone();
        logits.grad = null;
        manual_seed(5);
        (Gumbel.Softmax(logits) * weights).sum().backward();
        Assert.True(hard.allclose(logits.grad!, 0, 0));
    }

    [Fact]
    public void GivenNoTemperature_WhenSampled_ThenRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gumbel.Softmax(zeros(3), tau: 0));
}
