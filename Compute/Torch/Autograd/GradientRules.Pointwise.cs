namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule Neg = Unary("neg", Saves.Nothing, (_, g) => g.neg());

    internal static readonly GradientRule Abs = Unary("abs", Saves.Inputs, (node, g) => g * node.Input(0).sign());

    internal static readonly GradientRule Exp = Unary("exp", Saves.Output, (node, g) => g * node.Result());

    internal static readonly GradientRule Expm1 = Unary("expm1", Saves.Output, (node, g) => g * (node.Result() + 1.0));

    internal static readonly GradientRule Log = Unary("log", Saves.Inputs, (node, g) => g / node.Input(0));

    internal static readonly GradientRule Log1p = Unary("log1p", Saves.Inputs, (node, g) => g / (node.Input(0) + 1.0));

    internal static readonly GradientRule Sqrt = Unary("sqrt", Saves.Output, (node, g) => g / (node.Result() * 2.0));

    internal static readonly GradientRule Reciprocal = Unary("reciprocal", Saves.Output, (node, g) => g.neg() * node.Result().square());

    internal static readonly GradientRule Sin = Unary("sin", Saves.Inputs, (node, g) => g * node.Input(0).cos());

    internal static readonly GradientRule Cos = Unary("cos", Saves.Inputs, (node, g) => g.neg() * node.Input(0).sin());

    // Steps: flat wherever they have a gradient.
    internal static readonly GradientRule Step = Unary("step", Saves.Nothing, (_, g) => torch.zeros_like(g));

    internal static readonly GradientRule Clamp = Unary("clamp", Saves.Inputs, (node, g) =>
    {
        var (low, high) = node.Get<(double, double)>();
        var inside = (node.Input(0) >= low).logical_and(node.Input(0) <= high);
        return torch.where(inside, g, torch.zeros_like(g));
    });

    internal static readonly GradientRule Where = Rule("where", Saves.Nothing, (node, g) =>
    {
        var condition = node.Get<torch.Tensor>();
        return
        [
            node.Needs(0) ? torch.where(condition, g, torch.zeros_like(g)).SumTo(node.Shape(0)) : null,
            node.Needs(1) ? torch.where(condition, torch.zeros_like(g), g).SumTo(node.Shape(1)) : null,
        ];
    });

    internal static readonly GradientRule ToType = Unary("to_type", Saves.Nothing, (node, g) => g.to_type(node.Type(0)));

    internal static readonly GradientRule Clone = Unary("clone", Saves.Nothing, (_, g) => g);

    private static IEnumerable<GradientRule> Pointwise => [Neg, Abs, Exp, Expm1, Log, Log1p, Sqrt, Reciprocal, Sin, Cos, Step, Clamp, Where, ToType, Clone];
}
