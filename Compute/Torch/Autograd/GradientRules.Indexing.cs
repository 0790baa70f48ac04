namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule IndexSelect = Unary("index_select", Saves.Nothing, (node, g) =>
    {
        var (dim, index) = node.Get<(int, torch.Tensor)>();
        return torch.zeros(node.Shape(0), g.dtype).index_add(dim, index, g, 1);
    });

    internal static readonly GradientRule IndexAdd = Rule("index_add", Saves.Nothing, (node, g) =>
    {
        var (dim, index, alpha) = node.Get<(int, torch.Tensor, double)>();
        return [node.Needs(0) ? g : null, node.Needs(1) ? g.index_select(dim, index) * alpha : null];
    });

    internal static readonly GradientRule Gather = Unary("gather", Saves.Nothing, (node, g) =>
    {
        var (dim, index) = node.Get<(int, torch.Tensor)>();
        return torch.zeros(node.Shape(0), g.dtype).scatter_add(dim, index, g);
    });

    internal static readonly GradientRule ScatterAdd = Rule("scatter_add", Saves.Nothing, (node, g) =>
    {
        var (dim, index) = node.Get<(int, torch.Tensor)>();
        return [node.Needs(0) ? g : null, node.Needs(1) ? g.gather(dim, index) : null];
    });

    internal static readonly GradientRule Scatter = Rule("scatter", Saves.Nothing, (node, g) =>
    {
        var (dim, index) = node.Get<(int, torch.Tensor)>();
        return [node.Needs(0) ? g.scatter(dim, index, torch.zeros(index.Sizes, g.dtype)) : null, node.Needs(1) ? g.gather(dim, index) : null];
    });

    private static IEnumerable<GradientRule> Indexing => [IndexSelect, IndexAdd, Gather, ScatterAdd, Scatter];
}
