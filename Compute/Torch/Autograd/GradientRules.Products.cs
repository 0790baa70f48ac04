namespace TorchSharp.Autograd;

/// <summary>Rules of products. Transposes are views that the product reads in place.</summary>
internal static partial class GradientRules
{
    internal static readonly GradientRule Mm = Rule("mm", Saves.Inputs, (node, g) =>
        [node.Needs(0) ? g.mm(node.Input(1).t()) : null, node.Needs(1) ? node.Input(0).t().mm(g) : null]);

    internal static readonly GradientRule Bmm = Rule("bmm", Saves.Inputs, (node, g) =>
        [node.Needs(0) ? g.bmm(node.Input(1).transpose(1, 2)) : null, node.Needs(1) ? node.Input(0).transpose(1, 2).bmm(g) : null]);

    // y = x·Wᵀ + b with x [n, in], W [out, in], b [out].
    internal static readonly GradientRule Linear = Rule("linear", Saves.Inputs, (node, g) =>
    {
        var x = node.Needs(0) ? g.mm(node.Input(1)) : null;
        var w = node.Needs(1) ? g.t().mm(node.Input(0)) : null;
        return node.Count < 3 ? [x, w] : [x, w, node.Needs(2) ? g.sum(dim: 0) : null];
    });

    private static IEnumerable<GradientRule> Products => [Mm, Bmm, Linear];
}
