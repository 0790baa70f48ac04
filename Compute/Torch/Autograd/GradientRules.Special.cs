namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule Lgamma = Unary("lgamma", Saves.Inputs, (node, g) => g * node.Input(0).digamma());

    internal static readonly GradientRule Digamma = Unary("digamma", Saves.Inputs, (node, g) => g * node.Input(0).polygamma(1));

    internal static readonly GradientRule Polygamma = Unary("polygamma", Saves.Inputs, (node, g) => g * node.Input(0).polygamma(node.Get<long>() + 1));

    internal static readonly GradientRule Erf = Unary("erf", Saves.Inputs, (node, g) => g * Bell(node.Input(0)));

    internal static readonly GradientRule Erfc = Unary("erfc", Saves.Inputs, (node, g) => g.neg() * Bell(node.Input(0)));

    private static IEnumerable<GradientRule> Special => [Lgamma, Digamma, Polygamma, Erf, Erfc];

    /// <summary>2/√π exp(−x²).</summary>
    private static torch.Tensor Bell(torch.Tensor x) => x.square().neg().exp() * (2 / Math.Sqrt(Math.PI));
}
