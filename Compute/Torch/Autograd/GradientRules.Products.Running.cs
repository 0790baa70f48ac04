namespace TorchSharp.Autograd;

/// <summary>Rules of products along a dimension. Without zeros a factor is divided out; with them the others are multiplied (O(n²)).</summary>
internal static partial class GradientRules
{
    internal static readonly GradientRule Prod = Unary("prod", Saves.Inputs | Saves.Output, (node, g) =>
    {
        var (x, dim) = (node.Input(0), node.Get<int>());
        var spread = Spread(g, node.Shape(0), [dim]);
        return HasZero(x)
            ? spread * Others(x, dim).prod(-1).transpose(dim, -1)
            : spread * Spread(node.Result(), node.Shape(0), [dim]) / x;
    });

    internal static readonly GradientRule Cumprod = Unary("cumprod", Saves.Inputs | Saves.Output, (node, g) =>
    {
        var (x, dim) = (node.Input(0), node.Get<int>());
        if (!HasZero(x))
        {
            return (g * node.Result()).flip(dim).cumsum(dim).flip(dim) / x;
        }

        var products = Others(x, dim).cumprod(-1).triu();
        return (products * g.transpose(dim, -1).unsqueeze(-2)).sum(dim: -1).transpose(dim, -1);
    });

    private static IEnumerable<GradientRule> RunningProducts => [Prod, Cumprod];

    /// <summary>[.., i, k]: the values along <paramref name="dim"/> (now last), with 1 in place of the i-th.</summary>
    private static torch.Tensor Others(torch.Tensor x, int dim)
    {
        var last = x.transpose(dim, -1);
        var n = last.Sizes[^1];
        return torch.where(torch.eye(n, dtype: torch.@bool), torch.ones([], x.dtype), last.unsqueeze(-2));
    }

    private static bool HasZero(torch.Tensor x)
    {
        using var scope = torch.NewDisposeScope();
        return x.detach().eq(0).any().item<bool>();
    }
}
