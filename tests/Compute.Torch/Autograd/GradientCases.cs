using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

/// <summary>For each rule, functions whose tape holds it, with inputs away from kinks.</summary>
internal static class GradientCases
{
    internal static readonly Dictionary<string, Case[]> All = new()
    {
        ["add"] = [Of(x => x[0] + x[1], [3, 4], [3, 4]), Of(x => x[0] + x[1], [3, 4], [4]), Of(x => x[0] + x[1], [3, 1], [2, 1, 4])],
        ["sub"] = [Of(x => x[0] - x[1], [3, 4], [3, 1])],
        ["mul"] = [Of(x => x[0] * x[1], [3, 4], [3, 4]), Of(x => x[0] * x[1], [3, 4], [1]), Of(x => x[0] * x[0], [5])],
        ["div"] = [Of(x => x[0] / x[1], [3, 4], [4])],
        ["add_scalar"] = [Of(x => 2 + x[0].square() - 0.5, [4])],
        ["mul_scalar"] = [Of(x => x[0].square() * -1.5, [4])],
        ["div_scalar"] = [Of(x => x[0].square() / 3, [4])],
        ["pow_scalar"] = [Of(x => x[0].pow(3), [4]), Of(x => x[0].pow(0.5), [4]), Of(x => x[0].pow(2), [4]), Of(x => x[0].norm(), [3, 2]), Of(x => x[0].pow(0) + x[0].exp(), [4])],
        ["pow"] = [Of(x => x[0].pow(x[1]), [3], [2, 3])],
        ["maximum"] = [Of(x => x[0].square().maximum(x[1] * 1.7), [3, 4], [4])],
        ["minimum"] = [Of(x => x[0].square().minimum(x[1] * 1.7), [3, 4], [4])],
        ["neg"] = [Of(x => -x[0].exp(), [4])],
        ["abs"] = [Of(x => (x[0] - 1).abs() * x[0], [6])],
        ["exp"] = [Of(x => x[0].exp(), [4])],
        ["expm1"] = [Of(x => x[0].expm1(), [4])],
        ["log"] = [Of(x => x[0].log(), [4])],
        ["log1p"] = [Of(x => x[0].log1p(), [4])],
        ["sqrt"] = [Of(x => x[0].sqrt(), [4]), Of(x => x[0].rsqrt(), [4]), Of(x => x[0].std(dim: 0), [5, 2])],
        ["reciprocal"] = [Of(x => 2 / x[0], [4])],
        ["sin"] = [Of(x => x[0].sin(), [4])],
        ["cos"] = [Of(x => x[0].cos(), [4])],
        ["step"] = [Of(x => (x[0] - 1.03).sign() * x[0].square(), [6]), Of(x => x[0].floor() + x[0].exp(), [6])],
        ["clamp"] = [Of(x => x[0].square().clamp(0.7, 1.6), [8]), Of(x => x[0].exp().clamp_min(2.5), [8])],
        ["where"] = [Of(x => where(x[0] > 1.05, x[0].square(), x[1].exp()), [3, 4], [4])],
        ["to_type"] = [Of(x => x[0].to_type(float32).to_type(float64), [3]) with { Step = 1.0 / 64 }],
        ["clone"] = [Of(x => x[0].clone().square(), [3])],
        ["relu"] = [Of(x => (x[0] - 1.03).relu().square(), [8])],
        ["leaky_relu"] = [Of(x => (x[0] - 1.03).leaky_relu(0.2).square(), [8])],
        ["elu"] = [Of(x => (x[0] - 1.03).elu(0.7), [8]), Of(x => (x[0] - 1.03).selu(), [3, 7])],
        ["sigmoid"] = [Of(x => x[0].sigmoid(), [9])],
        ["tanh"] = [Of(x => x[0].tanh(), [9])],
        ["softplus"] = [Of(x => (x[0] * 3).softplus(1.5, 4.03), [9])],
        ["softmax"] = [Of(x => x[0].softmax(1), [3, 4]), Of(x => x[0].softmax(0), [3, 4])],
        ["log_softmax"] = [Of(x => x[0].log_softmax(-1), [3, 4]), Of(x => x[0].log_softmax(0), [3, 4])],
        ["sum"] = [Of(x => x[0].square().sum(), [3, 4]), Of(x => x[0].square().sum(1), [2, 3, 4]), Of(x => x[0].exp().sum([0, 2], keepdim: true), [2, 3, 4]), Of(x => x[0].square().mean([1]), [3, 4])],
        ["extremum"] = [Of(x => x[0].square().max(1).values, [3, 4]), Of(x => x[0].exp().min(), [3, 4]), Of(x => x[0].square().min(0, keepdim: true).values, [3, 4])],
        ["logsumexp"] = [Of(x => x[0].logsumexp(1), [3, 4]), Of(x => x[0].logsumexp(0, keepdim: true), [3, 4])],
        ["cumsum"] = [Of(x => x[0].square().cumsum(0), [4, 2]), Of(x => x[0].exp().cumsum(-1), [2, 4])],
        ["logcumsumexp"] = [Of(x => x[0].logcumsumexp(0), [5]), Of(x => x[0].logcumsumexp(0), [4, 2]), Of(x => x[0].logcumsumexp(1), [2, 4])],
        ["reshape"] = [Of(x => x[0].reshape(2, -1).square(), [3, 4]), Of(x => x[0].t().reshape(12).square(), [3, 4]), Of(x => x[0].unsqueeze(1).squeeze().exp(), [3, 4])],
        ["permute"] = [Of(x => x[0].permute(2, 0, 1).square(), [2, 3, 4])],
        ["transpose"] = [Of(x => x[0].transpose(0, -1).square(), [2, 3, 4]), Of(x => x[0].T.exp(), [3, 4])],
        ["expand"] = [Of(x => x[0].expand(3, 4).square(), [4]), Of(x => x[0].expand(2, -1, 4).exp(), [3, 1])],
        ["slice"] = [Of(x => x[0].slice(1, 1, 6, 2).square(), [2, 6]), Of(x => x[0].narrow(0, 1, 2).exp(), [4, 2]), Of(x => x[0][1].square(), [3, 2])],
        ["place"] = [Of(x => x[0].Place([2, 6], new SliceOf(1, 1, 6, 2)).square(), [2, 3])],
        ["cat"] = [Of(x => cat([x[0].square(), x[1].exp()], 1), [2, 3], [2, 2]), Of(x => stack([x[0], x[1].square()], 1), [2, 3], [2, 3])],
        ["index_select"] = [Of(x => x[0].index_select(0, tensor(new long[] { 2, 0, 2 })).square(), [3, 2]), Of(x => x[0].flip(1).square(), [2, 3])],
        ["index_add"] = [Of(x => x[0].index_add(0, tensor(new long[] { 1, 1, 0 }), x[1].square(), 2).exp(), [2, 2], [3, 2])],
        ["gather"] = [Of(x => x[0].gather(1, tensor(new long[] { 0, 0, 2, 1 }, [2, 2])).square(), [2, 3])],
        ["scatter_add"] = [Of(x => x[0].scatter_add(1, tensor(new long[] { 0, 0, 2, 1 }, [2, 2]), x[1].square()).exp(), [2, 3], [2, 2])],
        ["scatter"] =
        [
            Of(x => x[0].scatter(1, tensor(new long[] { 0, 2, 2, 1 }, [2, 2]), x[1].square()).exp(), [2, 3], [2, 2]),
            Of(x => x[0].square().index_put_(x[1], tensor(new long[] { 2, 0 })).exp(), [3, 2], [2, 2]),
        ],
        ["mm"] = [Of(x => x[0].mm(x[1]).square(), [3, 4], [4, 2]), Of(x => x[0].t().mm(x[1].t()), [4, 9], [2, 4]), Of(x => x[0].matmul(x[1]), [4], [4, 2])],
        ["bmm"] = [Of(x => x[0].bmm(x[1]).square(), [2, 3, 4], [2, 4, 2]), Of(x => x[0].matmul(x[1]), [2, 3, 4], [1, 4, 2])],
        ["linear"] = [Of(x => nn.functional.linear(x[0], x[1], x[2]).square(), [5, 3], [2, 3], [2]), Of(x => nn.functional.linear(x[0], x[1]), [9, 3], [2, 3])],
        ["batch_norm"] = [Of(x => nn.functional.batch_norm(x[0], null, null, x[1], x[2], training: true).square(), [5, 3], [3], [3]), Of(x => nn.functional.batch_norm(x[0], null, null, training: true).exp(), [4, 2])],
        ["lgamma"] = [Of(x => (x[0] * 4).lgamma(), [5]), Of(x => (x[0] * -0.6).lgamma(), [5])],
        ["digamma"] = [Of(x => (x[0] * 4).digamma(), [5]), Of(x => (x[0] * -0.6).digamma(), [5])],
        ["polygamma"] = [Of(x => (x[0] * 4).polygamma(1), [5]), Of(x => x[0].polygamma(2), [5])],
        ["erf"] = [Of(x => ((x[0] - 1) * 3).erf(), [9])],
        ["erfc"] = [Of(x => (x[0] * 3).erfc(), [9])],
        ["diagonal"] = [Of(x => x[0].diagonal().square(), [3, 4]), Of(x => x[0].diagonal(-1, 2, 0).exp(), [4, 2, 3]), Of(x => x[0].trace().square(), [3, 3])],
        ["place_diagonal"] = [Of(x => x[0].diag_embed().exp(), [2, 3]), Of(x => x[0].diag(1).square(), [3])],
        ["prod"] = [Of(x => x[0].prod(1), [3, 4]), Of(x => x[0].prod(0, keepdim: true), [3, 2]), Of(x => (x[0] * tensor(new[] { 1.0, 0, 2, 3 })).prod(), [4])],
        ["cumprod"] = [Of(x => x[0].cumprod(1), [3, 4]), Of(x => (x[0] * tensor(new[] { 1.0, 2, 0, 3, 0.5 })).cumprod(0), [5])],
        ["cholesky"] = [Of(x => linalg.cholesky(Definite(x[0])), [3, 3]), Of(x => linalg.cholesky(Definite(x[0])).exp(), [2, 3, 3])],
        ["solve"] = [Of(x => linalg.solve(Definite(x[0]), x[1]), [3, 3], [3, 2]), Of(x => linalg.solve(Definite(x[0]), x[1]), [2, 3, 3], [3, 2]), Of(x => linalg.inv(Definite(x[0])), [3, 3]), Of(x => linalg.solve(Definite(x[0]), x[1], left: false), [3, 3], [2, 3])],
        ["solve_triangular"] =
        [
            Of(x => linalg.solve_triangular(x[0] + eye(3, dtype: float64), x[1], upper: false), [3, 3], [3, 2]),
            Of(x => linalg.solve_triangular(x[0], x[1], upper: true, unitriangular: true), [3, 3], [3, 2]),
            Of(x => linalg.solve_triangular(x[0] + eye(3, dtype: float64), x[1], upper: true, left: false), [2, 3, 3], [2, 4, 3]),
        ],
        ["det"] = [Of(x => linalg.det(Definite(x[0])), [3, 3]), Of(x => linalg.det(x[0]), [2, 2, 2])],
        ["logabsdet"] = [Of(x => linalg.slogdet(Definite(x[0])).Item2, [3, 3]), Of(x => Definite(x[0]).logdet(), [2, 3, 3])],
    };

    internal sealed record Case(Func<Tensor[], Tensor> Function, long[][] Shapes)
    {
        /// <summary>Of the finite difference; large where the function rounds.</summary>
        internal double Step { get; init; } = 1e-6;

        /// <summary>Inputs between 0.5 and 1.5.</summary>
        internal Tensor[] Inputs()
        {
            using var generator = new Generator(11);
            return [.. Shapes.Select(shape => (rand(shape, float64, generator: generator) + 0.5).requires_grad_())];
        }
    }

    private static Tensor Definite(Tensor x) => x.matmul(x.mT) + (eye(x.size(-1), dtype: float64) * 0.5);

    private static Case Of(Func<Tensor[], Tensor> function, params long[][] shapes) => new(function, shapes);
}
