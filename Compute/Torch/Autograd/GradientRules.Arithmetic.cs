namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule Add = Rule("add", Saves.Nothing, (node, g) =>
        [node.Needs(0) ? g.SumTo(node.Shape(0)) : null, node.Needs(1) ? g.SumTo(node.Shape(1)) : null]);

    internal static readonly GradientRule Sub = Rule("sub", Saves.Nothing, (node, g) =>
        [node.Needs(0) ? g.SumTo(node.Shape(0)) : null, node.Needs(1) ? g.SumTo(node.Shape(1)).neg() : null]);

    internal static readonly GradientRule Mul = Rule("mul", Saves.Inputs, (node, g) =>
    [
        node.Needs(0) ? (g * node.Input(1)).SumTo(node.Shape(0)) : null,
        node.Needs(1) ? (g * node.Input(0)).SumTo(node.Shape(1)) : null,
    ]);

    internal static readonly GradientRule Div = Rule("div", Saves.Inputs, (node, g) =>
    [
        node.Needs(0) ? (g / node.Input(1)).SumTo(node.Shape(0)) : null,
        node.Needs(1) ? (g * node.Input(0) / node.Input(1).square()).neg().SumTo(node.Shape(1)) : null,
    ]);

    internal static readonly GradientRule AddScalar = Unary("add_scalar", Saves.Nothing, (_, g) => g);

    internal static readonly GradientRule MulScalar = Unary("mul_scalar", Saves.Nothing, (node, g) => g * node.Get<double>());

    internal static readonly GradientRule DivScalar = Unary("div_scalar", Saves.Nothing, (node, g) => g / node.Get<double>());

    internal static readonly GradientRule PowScalar = Unary("pow_scalar", Saves.Inputs, (node, g) =>
    {
        var exponent = node.Get<double>();
        return exponent == 0 ? g * 0.0
            : exponent == 2 ? g * node.Input(0) * 2.0
            : g * (node.Input(0).pow(exponent - 1) * exponent);
    });

    // At a base of 0 the exponent's gradient is 0, as in PyTorch, not 0 · log 0.
    internal static readonly GradientRule Pow = Rule("pow", Saves.Inputs, (node, g) =>
    [
        node.Needs(0) ? (g * node.Input(1) * node.Input(0).pow(node.Input(1) - 1.0)).SumTo(node.Shape(0)) : null,
        node.Needs(1) ? (g * node.Input(0).pow(node.Input(1)) * torch.where(node.Input(0) == 0.0, torch.ones_like(node.Input(0)), node.Input(0)).log()).SumTo(node.Shape(1)) : null,
    ]);

    // Equal values share the gradient.
    internal static readonly GradientRule Maximum = Rule("maximum", Saves.Inputs, (node, g) => Chosen(node, g, node.Input(0) >= node.Input(1), node.Input(1) >= node.Input(0)));

    internal static readonly GradientRule Minimum = Rule("minimum", Saves.Inputs, (node, g) => Chosen(node, g, node.Input(0) <= node.Input(1), node.Input(1) <= node.Input(0)));

    private static IEnumerable<GradientRule> Arithmetic => [Add, Sub, Mul, Div, AddScalar, MulScalar, DivScalar, PowScalar, Pow, Maximum, Minimum];

    private static Gradients Chosen(Node node, torch.Tensor g, torch.Tensor first, torch.Tensor second)
    {
        var (a, b) = (first.to_type(g.dtype), second.to_type(g.dtype));
        var ties = a + b;
        return [node.Needs(0) ? (g * a / ties).SumTo(node.Shape(0)) : null, node.Needs(1) ? (g * b / ties).SumTo(node.Shape(1)) : null];
    }
}
