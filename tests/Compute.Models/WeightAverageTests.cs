using GenoMed.Fhir.Compute.Models.Tests.Variational;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests;

public sealed class WeightAverageTests
{
    [Fact]
    public void GivenADecayOfZero_WhenMade_ThenThereIsNone() =>
        Assert.Null(WeightAverage.Of(new Dictionary<string, torch.Tensor>(), 0));

    [Fact]
    public void GivenThreeSteps_WhenApplied_ThenTheStartIsForgottenAndLaterOnesBlendIn()
    {
        using var scope = torch.NewDisposeScope();
        var weight = Flat.Vector([100, -100]);
        var average = WeightAverage.Of(new Dictionary<string, torch.Tensor> { ["w"] = weight }, 0.15)!;
        foreach (var step in new[] { 1.0, 2.0, 4.0 })
        {
            weight.copy_(Flat.Vector([step, -step]));
            average.Add();
        }

        average.Apply();

        // d is 0, then 1/11, then 2/12 cut to 0.15.
        var second = (1.0 / 11) + (2 * 10.0 / 11);
        var third = (0.15 * second) + (0.85 * 4);
        Assert.Equal([third, -third], Flat.Numbers(weight).Select(number => Math.Round(number, 5)), (a, b) => Math.Abs(a - b) < 1e-4);
    }
}
