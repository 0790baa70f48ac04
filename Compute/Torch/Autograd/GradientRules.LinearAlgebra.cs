using static TorchSharp.torch;

namespace TorchSharp.Autograd;

internal static partial class GradientRules
{
    // Murray 2016, "Differentiation of the Cholesky decomposition": ½ L⁻ᵀ (P + Pᵀ) L⁻¹, P the lower triangle of Lᵀ·g with its diagonal halved.
    internal static readonly GradientRule Cholesky = Unary("cholesky", Saves.Output, (node, g) =>
    {
        var l = node.Result();
        var p = l.mT.matmul(g).tril();
        p -= p.diagonal(0, -2, -1).diag_embed() * 0.5;
        var half = linalg.solve_triangular(l.mT, (p + p.mT) * 0.5, upper: true);
        return linalg.solve_triangular(l, half, upper: false, left: false);
    });

    internal static readonly GradientRule Solve = Rule("solve", Saves.Inputs | Saves.Output, (node, g) =>
    {
        var b = linalg.solve(node.Input(0).mT, g);
        return [node.Needs(0) ? b.matmul(node.Result().mT).neg() : null, node.Needs(1) ? b : null];
    });

    internal static readonly GradientRule SolveTriangular = Rule("solve_triangular", Saves.Inputs | Saves.Output, (node, g) =>
    {
        var (upper, unit) = node.Get<(bool, bool)>();
        var b = linalg.solve_triangular(node.Input(0).mT, g, !upper, unitriangular: unit);
        var a = node.Needs(0) ? b.matmul(node.Result().mT).neg() : null;
        return [upper ? a?.triu(unit ? 1 : 0) : a?.tril(unit ? -1 : 0), node.Needs(1) ? b : null];
    });

    internal static readonly GradientRule Det = Unary("det", Saves.Inputs | Saves.Output, (node, g) =>
        (g * node.Result()).unsqueeze(-1).unsqueeze(-1) * linalg.inv(node.Input(0)).mT);

    internal static readonly GradientRule Logabsdet = Unary("logabsdet", Saves.Inputs, (node, g) =>
        g.unsqueeze(-1).unsqueeze(-1) * linalg.inv(node.Input(0)).mT);

    private static IEnumerable<GradientRule> LinearAlgebra => [Cholesky, Solve, SolveTriangular, Det, Logabsdet];
}
