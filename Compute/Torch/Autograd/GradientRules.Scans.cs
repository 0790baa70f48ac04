namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule Cumsum = Unary("cumsum", Saves.Nothing, (node, g) =>
        g.flip(node.Get<int>()).cumsum(node.Get<int>()).flip(node.Get<int>()));

    // gᵢ = Σ_{j≥i} gⱼ exp(xᵢ − yⱼ): in one backward recurrence, or on the tape as the masked matrix of exponents (O(n²)).
    internal static readonly GradientRule Logcumsumexp = Unary("logcumsumexp", Saves.Inputs | Saves.Output, (node, g) => GradMode.IsEnabled
        ? LogcumsumexpOnTape(node.Input(0), node.Result(), g, node.Get<int>())
        : Kernels.Scan.LogcumsumexpBackward(node.Input(0), node.Result(), g, node.Get<int>()));

    private static IEnumerable<GradientRule> Scans => [Cumsum, Logcumsumexp];

    private static torch.Tensor LogcumsumexpOnTape(torch.Tensor x, torch.Tensor y, torch.Tensor g, int dim)
    {
        var (last, n) = (x.Sizes.Length - 1, x.Sizes[dim]);
        var exponents = x.transpose(dim, last).unsqueeze(-1) - y.transpose(dim, last).unsqueeze(-2);
        var index = torch.arange(n);
        var before = index.unsqueeze(-1) > index.unsqueeze(0);
        var weights = exponents.masked_fill(before, double.NegativeInfinity).exp();
        return (weights * g.transpose(dim, last).unsqueeze(-2)).sum(-1).transpose(dim, last);
    }
}
