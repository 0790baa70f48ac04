using TorchSharp.Kernels;

namespace TorchSharp.Autograd;

/// <summary>
/// Rules of activations: one fused pass where the graph is not kept, tensor operations where it is.
/// </summary>
internal static partial class GradientRules
{
    internal static readonly GradientRule Relu = Unary("relu", Saves.Output, (node, g) => GradMode.IsEnabled
        ? torch.where(node.Result() > 0.0, g, torch.zeros_like(g))
        : Slopes.Run<ReluSlope>(g, node.Result(), default));

    internal static readonly GradientRule LeakyRelu = Unary("leaky_relu", Saves.Inputs, (node, g) => GradMode.IsEnabled
        ? torch.where(node.Input(0) > 0.0, g, g * node.Get<double>())
        : Slopes.Run<LeakyReluSlope>(g, node.Input(0), new SlopeOptions(node.Get<double>())));

    internal static readonly GradientRule Elu = Unary("elu", Saves.Output, (node, g) =>
    {
        var (alpha, scale, inputScale) = node.Get<(double, double, double)>();
        var y = node.Result();
        return GradMode.IsEnabled
            ? torch.where(y > 0.0, g * scale, g * ((y + (alpha * scale)) * inputScale))
            : Slopes.Run<EluSlope>(g, y, new SlopeOptions(alpha * scale, scale, inputScale));
    });

    internal static readonly GradientRule Sigmoid = Unary("sigmoid", Saves.Output, (node, g) => GradMode.IsEnabled
        ? g * (node.Result() * (1.0 - node.Result()))
        : Slopes.Run<SigmoidSlope>(g, node.Result(), default));

    internal static readonly GradientRule Tanh = Unary("tanh", Saves.Output, (node, g) => GradMode.IsEnabled
        ? g * (1.0 - node.Result().square())
        : Slopes.Run<TanhSlope>(g, node.Result(), default));

    internal static readonly GradientRule Softplus = Unary("softplus", Saves.Inputs, (node, g) =>
    {
        var (beta, threshold) = node.Get<(double, double)>();
        var x = node.Input(0);
        return torch.where(x * beta > threshold, g, g * (x * beta).sigmoid());
    });

    internal static readonly GradientRule Softmax = Unary("softmax", Saves.Output, (node, g) =>
        node.Result() * (g - (g * node.Result()).sum(node.Get<int>(), keepdim: true)));

    internal static readonly GradientRule LogSoftmax = Unary("log_softmax", Saves.Output, (node, g) =>
        g - (node.Result().exp() * g.sum(node.Get<int>(), keepdim: true)));

    private static IEnumerable<GradientRule> Activations => [Relu, LeakyRelu, Elu, Sigmoid, Tanh, Softplus, Softmax, LogSoftmax];
}
