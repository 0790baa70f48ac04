namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule Sum = Unary("sum", Saves.Nothing, (node, g) => Spread(g, node.Shape(0), node.Get<int[]>()));

    internal static readonly GradientRule Extremum = Unary("extremum", Saves.Nothing, (node, g) =>
    {
        var (positions, dim) = node.Get<(torch.Tensor, int)>();
        return torch.zeros(node.Shape(0), g.dtype).scatter_add(dim, positions, g);
    });

    internal static readonly GradientRule Logsumexp = Unary("logsumexp", Saves.Inputs | Saves.Output, (node, g) =>
    {
        var dims = DimensionLists.Single(node.Get<int>());
        return Spread(g, node.Shape(0), dims) * (node.Input(0) - Spread(node.Result(), node.Shape(0), dims)).exp();
    });

    private static IEnumerable<GradientRule> Reductions => [Sum, Extremum, Logsumexp];

    /// <summary>A reduced tensor repeated along what was reduced.</summary>
    private static torch.Tensor Spread(torch.Tensor reduced, long[] shape, int[] dims)
    {
        Span<long> kept = stackalloc long[shape.Length];
        shape.CopyTo(kept);
        foreach (var dim in dims)
        {
            kept[dim] = 1;
        }

        return reduced.reshape(Shapes.Of(kept)).expand(shape);
    }
}
