using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Goldens;

/// <summary>The programs of make_goldens.py, written against this engine.</summary>
internal static class GoldenPrograms
{
    internal static readonly Dictionary<string, Func<Tensor[], Tensor>> Ops = new()
    {
        ["add"] = x => x[0] + x[1],
        ["mul"] = x => x[0] * x[1],
        ["div"] = x => x[0] / (x[1] + 2),
        ["pow"] = x => (x[0] + 2).pow(1.5),
        ["maximum"] = x => maximum(x[0], x[1]),
        ["clamp"] = x => x[0].clamp(-0.5, 0.4),
        ["expm1"] = x => x[0].expm1(),
        ["log1p"] = x => x[0].log1p(),
        ["relu"] = x => x[0].relu(),
        ["leaky_relu"] = x => leaky_relu(x[0], 0.2),
        ["elu"] = x => elu(x[0], 0.7),
        ["selu"] = x => selu(x[0]),
        ["sigmoid"] = x => x[0].sigmoid(),
        ["tanh"] = x => x[0].tanh(),
        ["softplus"] = x => softplus(x[0] * 30, 1.5, 20),
        ["softmax"] = x => x[0].softmax(1),
        ["log_softmax"] = x => x[0].log_softmax(0),
        ["sum"] = x => x[0].sum(1, keepdim: true),
        ["mean"] = x => x[0].mean([0, 2]),
        ["var"] = x => x[0].var(dim: 0),
        ["std"] = x => x[0].std(),
        ["norm"] = x => x[0].norm(),
        ["max"] = x => x[0].max(1).values,
        ["logsumexp"] = x => x[0].logsumexp(1),
        ["cumsum"] = x => x[0].cumsum(0),
        ["logcumsumexp"] = x => (x[0] * 20).logcumsumexp(0),
        ["mm"] = x => x[0].mm(x[1]),
        ["matmul"] = x => x[0].matmul(x[1]),
        ["linear"] = x => linear(x[0], x[1], x[2]),
        ["gather"] = x => x[0].gather(1, tensor(new long[,] { { 0, 0, 2 }, { 1, 3, 3 } })),
        ["index_select"] = x => x[0].index_select(0, tensor(new long[] { 2, 0, 2 })),
        ["where"] = x => where(x[0] > 0, x[0], x[1]),
        ["mse_loss"] = x => mse_loss(x[0], x[1]),
        ["bce_logits"] = x => binary_cross_entropy_with_logits(x[0], x[1]),
        ["batch_norm"] = x => batch_norm(x[0], null, null, x[1], x[2], training: true),
        ["lgamma"] = x => ((x[0] * 5) + 0.3).lgamma(),
        ["digamma"] = x => ((x[0] * 5) + 0.3).digamma(),
        ["polygamma"] = x => ((x[0].abs() * 9) + 0.1).polygamma(2),
        ["erf"] = x => (x[0] * 4).erf(),
        ["erfc"] = x => ((x[0] * 4) + 2).erfc(),
        ["prod"] = x => x[0].prod(1),
        ["prod_with_zero"] = x => (x[0] * tensor(new[] { 1, 0, 2, 0.5f })).prod(1),
        ["cumprod"] = x => x[0].cumprod(1),
        ["cumprod_with_zero"] = x => (x[0] * tensor(new[] { 1, 2, 0, 0.5f })).cumprod(1),
        ["median"] = x => x[0].median(),
        ["topk"] = x => x[0].topk(3, 1).values,
        ["tril"] = x => x[0].tril(-1),
        ["triu"] = x => x[0].triu(1),
        ["diagonal"] = x => x[0].diagonal(-1, 2, 0),
        ["diag_embed"] = x => diag_embed(x[0], 1),
        ["cholesky"] = x => linalg.cholesky(Definite(x[0])),
        ["solve"] = x => linalg.solve(Regular(x[0]), x[1]),
        ["solve_vector"] = x => linalg.solve(Regular(x[0]), x[1]),
        ["solve_triangular"] = x => linalg.solve_triangular(Regular(x[0]), x[1], upper: true, left: false),
        ["inv"] = x => linalg.inv(Regular(x[0])),
        ["det"] = x => linalg.det(Regular(x[0])),
        ["slogdet"] = x => linalg.slogdet(Regular(x[0])).Item2,
        ["logdet"] = x => logdet(Definite(x[0])),
        ["cross_entropy"] = x => cross_entropy(x[0], tensor(new long[] { 2, 0, -100, 1 })),
        ["cross_entropy_weighted"] = x => cross_entropy(x[0], tensor(new long[] { 2, 0, 0, 1 }), Weights(x[0]), label_smoothing: 0.1),
        ["cross_entropy_shares"] = x => cross_entropy(x[0], x[1].softmax(1)),
        ["nll_loss"] = x => nll_loss(x[0], tensor(new long[] { 2, 0, 0, 1 }), Weights(x[0])),
        ["index_pairs"] = x => x[0][tensor(new long[] { 0, 2, -1 }), tensor(new long[] { 1, 3, 0 })],
        ["index_grid"] = x => x[0][TensorIndex.Colon, tensor(new long[,] { { 0, 3 }, { 2, 2 } })],
        ["index_mask"] = x => x[0][x[0] > 0],
        ["put_mask"] = x => (x[0] * 1).index_put_(x[1], x[0][TensorIndex.Colon, 0] > 0),
        ["put_slice"] = x => (x[0] * 1).index_put_(x[1], TensorIndex.Colon, 1),
        ["put_number"] = x => (x[0] * 1).index_put_(2.5, x[0] < 0),
        ["scatter"] = x => x[0].scatter(1, tensor(new long[,] { { 0, 2 }, { 3, 1 } }), x[1]),
        ["gradient_penalty"] = x => Penalty(x[0], x[1], x[2]),
    };

    internal static readonly Dictionary<string, Func<IEnumerable<Modules.Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["sgd"] = p => optim.SGD(p, learningRate: 0.05),
        ["sgd_momentum"] = p => optim.SGD(p, learningRate: 0.05, momentum: 0.9, weight_decay: 0.01),
        ["sgd_nesterov"] = p => optim.SGD(p, learningRate: 0.05, momentum: 0.9, nesterov: true),
        ["adam"] = p => optim.Adam(p, lr: 0.01, weight_decay: 0.1),
        ["adam_amsgrad"] = p => optim.Adam(p, lr: 0.1, beta1: 0.5, beta2: 0.9, amsgrad: true),
        ["rmsprop"] = p => optim.RMSProp(p, lr: 0.01, weight_decay: 0.1),
        ["rmsprop_centered"] = p => optim.RMSProp(p, lr: 0.01, alpha: 0.9, momentum: 0.8, centered: true),
        ["adamw"] = p => optim.AdamW(p, lr: 0.01, weight_decay: 0.1),
    };

    private static Tensor Regular(Tensor x) => x + (2 * eye(x.size(-1), dtype: x.dtype));

    private static Tensor Definite(Tensor x) => x.matmul(x.mT) + (0.5 * eye(x.size(-1), dtype: x.dtype));

    private static Tensor Weights(Tensor like) => tensor(new[] { 0.5, 1, 2 }, dtype: like.dtype);

    // The gradient penalty of a Wasserstein critic (Gulrajani et al. 2017): the gradient of a gradient.
    private static Tensor Penalty(Tensor x, Tensor w, Tensor b)
    {
        var y = linear(x, w, b).tanh().sum();
        var g = autograd.grad([y], [x], create_graph: true)[0];
        return (g.norm(1, false, 2f) - 1).square().mean();
    }
}
