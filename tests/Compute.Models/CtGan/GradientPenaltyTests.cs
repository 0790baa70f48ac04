using GenoMed.Fhir.Compute.Models.CtGan;
using GenoMed.Fhir.Compute.Models.Tests.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Tests.CtGan;

/// <summary>Against PyTorch's double backward (Goldens/gradient_penalty.py).</summary>
public sealed class GradientPenaltyTests
{
    private static readonly CtGanOptions Options = new() { Pac = 3, Hidden = 8, Dropout = 0, BatchSize = 12 };

    /// <summary>Of the golden's layer in the sequence, its name in the module.</summary>
    private static readonly Dictionary<string, string> Names = new() { ["0"] = "linear0", ["2"] = "linear1", ["4"] = "output" };

    [Fact]
    public void GivenRealAndFakePacks_WhenEvaluated_ThenValueAndGradientArePyTorchs()
    {
        var golden = GoldenFile.Read("gradient_penalty.txt")["penalty"];
        using var scope = NewDisposeScope();
        var discriminator = new DiscriminatorModule(4, Options);
        Load(discriminator, golden);
        var penalty = GradientPenalty.Evaluate(discriminator, Flat.Matrix(golden["real"], 4), Flat.Matrix(golden["fake"], 4), Flat.Matrix(golden["mix"], 1), 3);
        Near.Equal(golden["penalty"], [penalty.ToDouble()], 1e-5);
        penalty.backward();
        foreach (var (name, parameter) in Weights(discriminator))
        {
            Near.Equal(golden[name + ".gradient"], Flat.Numbers(parameter.grad!), 1e-5);
        }
    }

    [Fact]
    public void GivenADiscriminatorWithoutASlope_WhenEvaluated_ThenFiniteWithAFiniteGradient()
    {
        using var scope = NewDisposeScope();
        var discriminator = new DiscriminatorModule(4, Options);
        using (no_grad())
        {
            foreach (var parameter in discriminator.parameters())
            {
                parameter.zero_();
            }
        }

        var penalty = GradientPenalty.Evaluate(discriminator, randn([12, 4]), randn([12, 4]), rand([4, 1]), 3);
        penalty.backward();
        Assert.Equal(1, penalty.ToDouble(), 4);
        Assert.All(Weights(discriminator), entry => Assert.All(Flat.Numbers(entry.Parameter.grad!), gradient => Assert.True(double.IsFinite(gradient))));
    }

    private static void Load(DiscriminatorModule discriminator, Dictionary<string, double[]> golden)
    {
        using var detached = no_grad();
        foreach (var (layer, module) in Names)
        {
            foreach (var part in new[] { "weight", "bias" })
            {
                var target = discriminator.get_parameter($"layers.{module}.{part}")!;
                target.copy_(Flat.Vector(golden[$"{layer}.{part}"]).reshape(target.shape));
            }
        }
    }

    /// <summary>A bias adds nothing to a slope but through the kinks: only weights have a gradient.</summary>
    private static IEnumerable<(string Name, Tensor Parameter)> Weights(DiscriminatorModule discriminator) =>
        Names.Select(name => ($"{name.Key}.weight", (Tensor)discriminator.get_parameter($"layers.{name.Value}.weight")!));
}
