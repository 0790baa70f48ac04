using TorchSharp.Kernels;

namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    // With s = 1/√(variance + eps) and x̂ = (x − mean)·s: gx = w·s·(g − mean(g) − x̂·mean(g·x̂)), gw = Σ g·x̂, gb = Σ g.
    internal static readonly GradientRule BatchNorm = Rule("batch_norm", Saves.Inputs, (node, g) =>
    {
        var (mean, variance, eps) = node.Get<(torch.Tensor, torch.Tensor, double)>();
        return GradMode.IsEnabled ? BatchNormOnTape(node, g, eps) : BatchNormInPasses(node, g, mean, (variance + eps).rsqrt());
    });

    private static IEnumerable<GradientRule> Normalisations => [BatchNorm];

    private static Gradients BatchNormInPasses(Node node, torch.Tensor g, torch.Tensor mean, torch.Tensor s)
    {
        var (x, slope) = (node.Input(0).Ordered(), g.Ordered());
        var (sum, product) = BatchNorms.Sums(slope, x, mean);
        var n = (double)x.Sizes[0];
        var scale = node.Input(1) * s;
        var centred = BatchNorms.Apply(x, mean, scale * s * s * product / -n, scale * sum / -n);
        return [node.Needs(0) ? (slope * scale) + centred : null, node.Needs(1) ? product * s : null, node.Needs(2) ? sum : null];
    }

    private static Gradients BatchNormOnTape(Node node, torch.Tensor g, double eps)
    {
        var (x, w) = (node.Input(0), node.Input(1));
        var centred = x - x.mean([0], keepdim: true);
        var s = (centred.square().mean([0], keepdim: true) + eps).rsqrt();
        var hat = centred * s;
        var slope = (g - g.mean([0], keepdim: true) - (hat * (g * hat).mean([0], keepdim: true))) * s * w;
        return [slope, (g * hat).sum(dim: 0), g.sum(dim: 0)];
    }
}
