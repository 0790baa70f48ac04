namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    internal static readonly GradientRule Reshape = Unary("reshape", Saves.Nothing, (node, g) => g.reshape(node.Shape(0)));

    internal static readonly GradientRule Permute = Unary("permute", Saves.Nothing, (node, g) =>
    {
        var order = node.Get<int[]>();
        var inverse = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }

        return g.permute(inverse);
    });

    internal static readonly GradientRule Transpose = Unary("transpose", Saves.Nothing, (node, g) =>
    {
        var (first, second) = node.Get<(int, int)>();
        return g.transpose(first, second);
    });

    internal static readonly GradientRule Expand = Unary("expand", Saves.Nothing, (node, g) => g.SumTo(node.Shape(0)));

    internal static readonly GradientRule Slice = Unary("slice", Saves.Nothing, (node, g) => g.Place(node.Shape(0), node.Get<SliceOf>()));

    /// <summary>The reverse of slice: a tensor of zeros with the values put in its place.</summary>
    internal static readonly GradientRule Place = Unary("place", Saves.Nothing, (node, g) =>
    {
        var (dim, start, finish, step) = node.Get<SliceOf>();
        return g.slice(dim, start, finish, step);
    });

    internal static readonly GradientRule Cat = Rule("cat", Saves.Nothing, (node, g) =>
    {
        var dim = node.Get<int>();
        var parts = new torch.Tensor?[node.Count];
        long start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var (from, length) = (start, node.Shape(i)[dim]);
            parts[i] = node.Needs(i) ? g.narrow(dim, from, length) : null;
            start += length;
        }

        return [.. parts];
    });

    internal static readonly GradientRule Diagonal = Unary("diagonal", Saves.Nothing, (node, g) => g.PlaceDiagonal(node.Shape(0), node.Get<DiagonalOf>()));

    internal static readonly GradientRule PlaceDiagonal = Unary("place_diagonal", Saves.Nothing, (node, g) =>
    {
        var (offset, dim1, dim2) = node.Get<DiagonalOf>();
        return g.diagonal(offset, dim1, dim2);
    });

    private static IEnumerable<GradientRule> Views => [Reshape, Permute, Transpose, Expand, Slice, Place, Cat, Diagonal, PlaceDiagonal];
}
